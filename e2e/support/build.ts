// Prepares the first test: removes what a killed run left, and builds the current sources.
import { build } from '../../scripts/services/build.ts'
import { runningFolder } from '../../scripts/services/child.ts'
import { endLeftovers } from '../../scripts/services/pid-files.ts'

export default async function prepare(): Promise<void> {
  await endLeftovers(runningFolder())
  await build(console.log, { gallery: true })
}
