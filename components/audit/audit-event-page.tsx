import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AuditEvent, EventObstacle } from '../../lib/views/audit.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { NavCrumb } from '../shell/breadcrumbs.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { FlashMessage } from '../ui/flash-message.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { ChangeTable } from './change-table.tsx'
import { AuditEventFacts } from './audit-event-facts.tsx'
import { NotRevertedTable } from './not-reverted-table.tsx'
import { OutcomeBadge } from './outcome-badge.tsx'
import { useOutcomeLabel, useSubjectLabel, useVerbLabel } from './audit-labels.ts'

type Props = { event: AuditEvent; may: readonly Verb[]; reverted: boolean }

/** One event of the audit log: its details, its changes, and the link to revert it. */
export function AuditEventPage({ event, may, reverted }: Props): ReactNode {
  const t = useTranslations('audit')
  const [verbLabel, subjectLabel] = [useVerbLabel(), useSubjectLabel()]
  const { subject, actor } = event
  return (
    <>
      <PageHeader
        title={verbLabel(event.verb)}
        above={<NavCrumb name="audit" />}
        about={subject === null ? undefined : subjectLabel(subject)}
        marks={event.stage !== 'done' && <OutcomeBadge stage={event.stage} />}
        actions={
          <>
            {event.undoable && (
              <LinkButton href={`/audit/${event.event}/revert`}>
                <Undo2 aria-hidden="true" />
                {t('event.revert')}
              </LinkButton>
            )}
          </>
        }
      />
      <FlashMessage title={reverted ? t('flash.reverted') : null} />
      <UnknownOutcome event={event} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Panel title={t('event.facts')}>
          <AuditEventFacts event={event} />
        </Panel>
        <Panel title={t('event.changes')}>
          <ChangeTable changes={event.changes} />
          {may.includes('audit.revert') && <Obstacle event={event} />}
          {event.left.length > 0 && (
            <section aria-labelledby="left" className="space-y-1 pt-4">
              <h3 id="left" className="text-sm font-semibold">
                {t('event.left')}
              </h3>
              <p className="text-sm text-ink-soft">{t('event.leftAbout')}</p>
              <NotRevertedTable fields={event.left} />
            </section>
          )}
        </Panel>
      </div>
      <div className="flex flex-wrap gap-2">
        {actor.person !== null && (
          <LinkButton href={`/audit?who=${actor.person}`} className="max-w-full">
            <span className="truncate">{t('event.sameUser', { name: actor.name })}</span>
          </LinkButton>
        )}
        {subject !== null && subject.about !== null && (
          <LinkButton href={`/audit?about=${subject.about}`} className="max-w-full">
            <span className="truncate">{t('event.sameThing', { name: subject.name })}</span>
          </LinkButton>
        )}
      </div>
    </>
  )
}

/** For an event whose outcome is unknown: what the portal does about it, or why it gave up. */
function UnknownOutcome({ event: { stage, outcome } }: { event: AuditEvent }): ReactNode {
  const t = useTranslations('audit.event')
  const outcomeLabel = useOutcomeLabel()
  if (stage !== 'began' && stage !== 'unknown') return null
  return (
    <Notice tone="warning" title={t(stage === 'began' ? 'beganTitle' : 'unknownTitle')}>
      <p>{stage === 'began' || outcome === null ? t('beganAbout') : outcomeLabel(outcome)}</p>
    </Notice>
  )
}

/** Explains why an edit, creation or deletion cannot be reverted; nobody expects to revert other events. */
function Obstacle({ event: { obstacle } }: { event: AuditEvent }): ReactNode {
  const t = useTranslations('audit.revert.obstacles')
  if (obstacle === null || !EXPLAINED.has(obstacle)) return null
  return <p className="pt-4 text-sm text-ink-soft">{t(obstacle)}</p>
}

const EXPLAINED: ReadonlySet<EventObstacle> = new Set(['created', 'removed', 'thing', 'fields'])
