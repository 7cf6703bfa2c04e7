// For tests alone: all settings of people and phones by the schema that the simulated Kazoo serves, end to end below the pages.
import type { KazooVersion } from '../../../scripts/services/simulator.ts'
import { describeDrawing } from './test-drawn.ts'
import { openSettings } from './test-form.ts'
import { describeHiding } from './test-hidden.ts'
import { describeSaving } from './test-saving.ts'

/** All of it, on one version of Kazoo: a process has one environment, so each version has a file of its own. */
export function describeSettings(kazoo: KazooVersion): void {
  const form = openSettings(kazoo)
  describeDrawing(form)
  describeSaving(form)
  describeHiding(form)
}
