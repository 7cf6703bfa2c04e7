// For tests alone: all settings of people and phones by the schema that the simulated Kazoo serves, end to end below the pages.
import type { KazooVersion } from '../../../scripts/services/simulator.ts'
import { storiesOfDrawing } from './test-drawn.ts'
import { openSettings } from './test-form.ts'
import { storiesOfHiding } from './test-hidden.ts'
import { storiesOfSaving } from './test-saving.ts'

/** All of it, on one version of Kazoo: a process has one environment, so each version has a file of its own. */
export function settingsStories(kazoo: KazooVersion): void {
  const form = openSettings(kazoo)
  storiesOfDrawing(form)
  storiesOfSaving(form)
  storiesOfHiding(form)
}
