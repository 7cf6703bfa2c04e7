// All fences at once: `node scripts/checks/fences.ts` lists what broke them.
import { ROOT } from '../services/places.ts'
import { faultLines, type Fault } from './fault.ts'
import { importFaults } from './import-map.ts'
import { sourcesOf } from './sources.ts'
import { textFaults } from './text-fences.ts'

/** Every breach of a fence in the checkout at `root`, and how many files were read for it. */
export async function fenceFaults(root: string): Promise<{ files: number; faults: Fault[] }> {
  const sources = sourcesOf(root)
  return { files: sources.length, faults: [...textFaults(sources), ...(await importFaults(root, sources))] }
}

if (import.meta.main) {
  const { files, faults } = await fenceFaults(ROOT)
  console.log(faults.length > 0 ? faultLines(faults) : `${files} files, no breach.`)
  process.exitCode = faults.length > 0 ? 1 : 0
}
