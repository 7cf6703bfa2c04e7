// All settings of users and devices by the schema of the simulated Kazoo, end to end below the pages.
import { describe } from 'vitest'
import { KAZOO } from '../../../testing/kazoo-version.ts'
import { describeDrawing } from '../../../testing/specs/settings/drawing.ts'
import { describeHiding } from '../../../testing/specs/settings/hiding.ts'
import { describeSaving } from '../../../testing/specs/settings/saving.ts'
import { openSettings } from '../../../testing/specs/settings/settings-form.ts'

describe(`all that can be set, by the schema of Kazoo ${KAZOO}`, () => {
  const form = openSettings(KAZOO)
  describeDrawing(form)
  describeSaving(form)
  describeHiding(form)
})
