import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AuditEvent } from '../../lib/views/audit.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { PageHeader } from '../page-header.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { ChangeTable } from './change-table.tsx'
import { EventFacts } from './event-facts.tsx'
import { OutcomeMark } from './outcome-mark.tsx'
import { useVerbWord } from './words.ts'

type Props = { event: AuditEvent; may: readonly Verb[]; undone: boolean }

/** One event: who, as whom, on what, from where, what it was before, and what can be done about it. */
export function EventPage({ event, may, undone }: Props): ReactNode {
  const t = useTranslations('audit')
  const verbWord = useVerbWord()
  const { subject, actor } = event
  return (
    <>
      <PageHeader
        title={verbWord(event.verb)}
        about={subject?.name}
        marks={<OutcomeMark stage={event.stage} />}
        actions={
          <>
            {event.undoable && may.includes('audit.undo') && (
              <LinkButton href={`/audit/${event.event}/undo`}>
                <Undo2 aria-hidden="true" />
                {t('event.undo')}
              </LinkButton>
            )}
            <LinkButton href="/audit" weight="quiet">
              {t('event.back')}
            </LinkButton>
          </>
        }
      />
      {undone && (
        <output className="block">
          <Notice tone="success" title={t('deeds.undone')} />
        </output>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Panel title={t('event.facts')}>
          <EventFacts event={event} />
        </Panel>
        <Panel title={t('event.changes')}>
          <ChangeTable changes={event.changes} />
        </Panel>
      </div>
      <div className="flex flex-wrap gap-2">
        {actor.person !== null && (
          <LinkButton href={`/audit?who=${actor.person}`} className="max-w-full">
            <span className="truncate">{t('event.samePerson', { name: actor.name })}</span>
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
