// What the forms of actings say to the domain.
import 'server-only'
import { z } from 'zod'
import { actingRules } from '../views/acting-form.ts'
import { checkbox, text } from '../views/form-text.ts'

const ticked = (box: string): boolean => box === 'on'

export const actingInput = actingRules.transform(({ changes, ...said }) => ({
  ...said,
  changes: ticked(changes),
}))
/** A button that names an acting and says no more. */
export const actingAlone = z.object({ acting: text })
export const actingPolicyInput = z
  .object({ shown: checkbox, mailed: checkbox })
  .transform(({ shown, mailed }) => ({ shown: ticked(shown), mailed: ticked(mailed) }))
/** A button that says nothing at all. */
export const nothing = z.object({})
