import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AuditChange } from '../../lib/views/audit.ts'
import { useChangeLine } from './audit-labels.ts'

const SHOWN = 2

/** The first changes of an event, one a line. */
export function Changes({ changes }: { changes: readonly AuditChange[] }): ReactNode {
  const t = useTranslations('audit')
  const changeLine = useChangeLine()
  if (changes.length === 0) return null
  const more = changes.length - SHOWN
  return (
    <ul className="text-xs text-ink-soft">
      {changes.slice(0, SHOWN).map((change) => (
        <li key={change.field} className="truncate">
          {changeLine(change)}
        </li>
      ))}
      {more > 0 && <li>{t('changesMore', { count: more })}</li>}
    </ul>
  )
}
