import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AuditRow } from '../../lib/views/audit.ts'
import { buttonClass } from '../ui/button-class.ts'
import { Link } from '../ui/link.tsx'
import { useSubjectLabel, useVerbLabel } from './audit-labels.ts'

/** Leads from the row of an event to the page that reverts it. It stands above the link of the whole row. */
export function RevertLink({ row: { event, verb, subject } }: { row: AuditRow }): ReactNode {
  const t = useTranslations('audit.event')
  const [verbLabel, subjectLabel] = [useVerbLabel(), useSubjectLabel()]
  const what = subject === null ? verbLabel(verb) : `${verbLabel(verb)}, ${subjectLabel(subject)}`
  return (
    <Link
      href={`/audit/${event}/revert`}
      aria-label={`${t('revert')} ${what}`}
      className={buttonClass('quiet', 'relative self-start', 'small')}
    >
      <Undo2 aria-hidden="true" />
      <span className="max-sm:sr-only">{t('revert')}</span>
    </Link>
  )
}
