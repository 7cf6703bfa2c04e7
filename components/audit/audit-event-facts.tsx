import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AuditEvent } from '../../lib/views/audit.ts'
import { Facts, type Fact } from '../ui/facts.tsx'
import { Link } from '../ui/link.tsx'
import { LocalTime } from '../ui/local-time.tsx'
import { OutcomeBadge } from './outcome-badge.tsx'
import { SubjectLink } from './subject-link.tsx'
import { useActorLabel, useOutcomeLabel, usePathLabel } from './audit-labels.ts'
import { useNameLabel } from '../shell/name-label.tsx'

/** The details of an event except its changes; unknown ones are left out. */
export function AuditEventFacts({ event }: { event: AuditEvent }): ReactNode {
  const t = useTranslations('audit')
  const [actorLabel, outcomeLabel] = [useActorLabel(), useOutcomeLabel()]
  const [pathLabel, nameLabel] = [usePathLabel(), useNameLabel()]
  const { impersonation, subject, path, outcome, address, agent, settledAt, undoes, undoneBy } = event
  const mode =
    impersonation?.mode === 'kazoo' || impersonation?.mode === 'narrowed'
      ? t(`modes.${impersonation.mode}`)
      : null
  const facts = [
    { name: t('event.when'), value: <LocalTime at={event.at} exact /> },
    { name: t('event.who'), value: actorLabel(event.actor) },
    ...factIf(t('event.as'), impersonation && nameLabel('user', impersonation.targetName)),
    ...factIf(t('event.mode'), mode),
    ...factIf(t('event.reason'), impersonation?.reason ?? null),
    ...factIf(t('event.ticket'), impersonation?.ticket ?? null),
    ...factIf(t('event.subject'), subject && <SubjectLink subject={subject} verb={event.verb} />),
    ...factIf(t('event.path'), path.length === 0 ? null : pathLabel(path)),
    { name: t('event.outcome'), value: <OutcomeBadge stage={event.stage} /> },
    ...factIf(t('event.settledAt'), settledAt === null ? null : <LocalTime at={settledAt} exact />),
    ...factIf(t('event.why'), outcome === null ? null : outcomeLabel(outcome)),
    ...factIf(t('event.address'), monospace(address)),
    ...factIf(t('event.agent'), agent),
    { name: t('event.reference'), value: monospace(event.reference) },
    { name: t('event.sequence'), value: monospace(String(event.seq)) },
    ...factIf(t('event.reverts'), linkTo(undoes, t('event.another'))),
    ...factIf(t('event.revertedBy'), linkTo(undoneBy, t('event.another'))),
  ]
  return <Facts facts={facts} />
}

function factIf(name: string, value: ReactNode): Fact[] {
  return value === null ? [] : [{ name, value }]
}

function monospace(text: string | null): ReactNode {
  return text === null ? null : <span className="monospace break-all">{text}</span>
}

function linkTo(event: string | null, text: string): ReactNode {
  if (event === null) return null
  return (
    <Link href={`/audit/${event}`} className="text-accent-ink underline underline-offset-2">
      {text}
    </Link>
  )
}
