import type { ReactNode } from 'react'
import type { AuditHistory } from '../../lib/views/audit.ts'
import { HistoryPanel } from './history-panel.tsx'

type Props = {
  /** Null: not for this viewer. */
  history: { found: Promise<AuditHistory | null>; about: string } | null
  children: ReactNode
}

/** The page of a thing, and at its foot what was done to it. */
export function WithHistory({ history, children }: Props): ReactNode {
  return (
    <>
      {children}
      {history !== null && <HistoryPanel history={history.found} about={history.about} />}
    </>
  )
}
