import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AuditEvent } from '../../lib/views/audit.ts'
import { Facts, type Fact } from '../ui/facts.tsx'
import { Link } from '../ui/link.tsx'
import { LocalTime } from '../ui/local-time.tsx'
import { OutcomeBadge } from './outcome-badge.tsx'
import { useActorLabel, useOutcomeLabel } from './audit-labels.ts'

/** Everything about an event but what it changed; what is not known is not there. */
export function AuditEventFacts({ event }: { event: AuditEvent }): ReactNode {
  const t = useTranslations('audit')
  const [actorLabel, outcomeLabel] = [useActorLabel(), useOutcomeLabel()]
  const { impersonation, subject, path, outcome, address, agent, settledAt, undoes, undoneBy } = event
  const mode =
    impersonation?.mode === 'kazoo' || impersonation?.mode === 'narrowed'
      ? t(`modes.${impersonation.mode}`)
      : null
  const facts = [
    { name: t('event.when'), value: <LocalTime at={event.at} /> },
    { name: t('event.who'), value: actorLabel(event.actor) },
    ...given(t('event.as'), impersonation?.targetName ?? null),
    ...given(t('event.mode'), mode),
    ...given(t('event.reason'), impersonation?.reason ?? null),
    ...given(t('event.ticket'), impersonation?.ticket ?? null),
    ...given(t('event.subject'), subject?.name ?? null),
    ...given(t('event.path'), path.length === 0 ? null : path.join(' / ')),
    { name: t('event.outcome'), value: <OutcomeBadge stage={event.stage} /> },
    ...given(t('event.settledAt'), settledAt === null ? null : <LocalTime at={settledAt} />),
    ...given(t('event.why'), outcome === null ? null : outcomeLabel(outcome)),
    ...given(t('event.address'), tabularNums(address)),
    ...given(t('event.agent'), agent),
    { name: t('event.reference'), value: tabularNums(event.reference) },
    { name: t('event.sequence'), value: tabularNums(String(event.seq)) },
    ...given(t('event.reverts'), linkTo(undoes, t('event.another'))),
    ...given(t('event.revertedBy'), linkTo(undoneBy, t('event.another'))),
  ]
  return <Facts facts={facts} />
}

function given(name: string, value: ReactNode): Fact[] {
  return value === null ? [] : [{ name, value }]
}

function tabularNums(text: string | null): ReactNode {
  return text === null ? null : <span className="monospace break-all">{text}</span>
}

function linkTo(event: string | null, word: string): ReactNode {
  if (event === null) return null
  return (
    <Link href={`/audit/${event}`} className="text-accent-ink underline underline-offset-2">
      {word}
    </Link>
  )
}
