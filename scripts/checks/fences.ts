// All fences at once: `node scripts/checks/fences.ts` lists the violations.
import { ROOT } from '../services/paths.ts'
import { faultLines, type Fault } from './fault.ts'
import { auditNameFaults } from './audit-names.ts'
import { bannedWordsIn } from './banned-words.ts'
import { bareTextFaults } from './bare-text.ts'
import { citationFaults } from './citations.ts'
import { decisionRecordFaults } from './decision-records.ts'
import { docLinkFaults } from './doc-links.ts'
import { importFaults } from './import-map.ts'
import { messagesIn } from './message-files.ts'
import { sourcesOf } from './sources.ts'
import { textFaults } from './text-fences.ts'
import { treeFiles } from './tree-files.ts'
import { unusedMessageFaults } from './unused-messages.ts'

/** Every violation in the checkout at `root`, and how many files were checked. */
export async function fenceFaults(root: string): Promise<{ files: number; faults: Fault[] }> {
  const sources = sourcesOf(root)
  const all = treeFiles(root)
  const faults = [
    ...textFaults(sources),
    ...bareTextFaults(sources),
    ...auditNameFaults(sources),
    ...bannedWordsIn(root),
    ...unusedMessageFaults(sources, messagesIn(root, 'en')),
    ...citationFaults(all),
    ...decisionRecordFaults(all),
    ...docLinkFaults(all),
    ...(await importFaults(root, sources)),
  ]
  return { files: sources.length, faults }
}

if (import.meta.main) {
  const { files, faults } = await fenceFaults(ROOT)
  console.log(faults.length > 0 ? faultLines(faults) : `${files} files, no breach.`)
  process.exitCode = faults.length > 0 ? 1 : 0
}
