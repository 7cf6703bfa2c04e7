import { CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RecordLine } from '../../lib/views/custom-domain.ts'
import { BreakableText } from '../ui/copyable-text.tsx'

/** What DNS returns for each record, and whether that is correct. */
export function DnsRecordList({ lines }: { lines: readonly RecordLine[] }): ReactNode {
  return (
    <ul className="space-y-2.5">
      {lines.map((line) => (
        <Line key={line.type} line={line} />
      ))}
    </ul>
  )
}

const MARKS = {
  right: [CircleCheck, 'text-good', 'right'],
  free: [CircleCheck, 'text-ink-faint', 'right'],
  wrong: [CircleX, 'text-bad', 'wrong'],
  missing: [CircleX, 'text-bad', 'wrong'],
  circle: [CircleX, 'text-bad', 'wrong'],
  silent: [CircleHelp, 'text-warn', 'open'],
} as const

function Line({ line }: { line: RecordLine }): ReactNode {
  const t = useTranslations('customDomains')
  const { type, name, found, status } = line
  const [Icon, colour, key] = MARKS[status]
  return (
    <li className="flex items-start gap-2 text-sm">
      <Icon aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${colour}`} />
      <span className="sr-only">{t(`check.${key}`)}</span>
      <div className="min-w-0 flex-1 space-y-0.5">
        <p className="flex flex-wrap gap-x-2">
          <span className="monospace font-medium">{type}</span>
          <span className="monospace min-w-0 text-ink-soft">
            <BreakableText text={name} />
          </span>
        </p>
        {found.map((value) => (
          <p key={value} className="monospace">
            <BreakableText text={value} />
          </p>
        ))}
        <p className="text-ink-soft">{t(`lines.${explanationOf(line)}`)}</p>
      </div>
    </li>
  )
}

function explanationOf({ type, status }: RecordLine) {
  if (status === 'missing') return type === 'TXT' ? 'missingProof' : 'missingAddress'
  if (status !== 'wrong') return status
  if (type === 'TXT') return 'wrongProof'
  return type === 'CNAME' ? 'wrongAlias' : 'wrongAddress'
}
