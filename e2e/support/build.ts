// Before the first test: nothing left over from a killed run, and a build of the sources as they are.
import { build } from '../../scripts/services/build.ts'
import { runningFolder } from '../../scripts/services/child.ts'
import { endLeftovers } from '../../scripts/services/pid-files.ts'

export default async function prepare(): Promise<void> {
  await endLeftovers(runningFolder())
  await build(console.log)
}
