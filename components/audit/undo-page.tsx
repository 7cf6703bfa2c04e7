import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { UndoPlan } from '../../lib/views/audit.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { PageHeader } from '../page-header.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { PressForm } from '../ui/press-form.tsx'
import { Badge } from '../ui/badge.tsx'
import { PlainHeader } from '../ui/table.tsx'
import { useFieldWord, useValueWord, useVerbWord } from './words.ts'

type Props = { plan: UndoPlan; action: FormAction<'event'> }

/** What would be put back, beside what stands there now; and, if nothing was changed since, the button. */
export function UndoPage({ plan: { event, fields, open }, action }: Props): ReactNode {
  const t = useTranslations('audit')
  const verbWord = useVerbWord()
  const back = (
    <LinkButton href={`/audit/${event.event}`} weight="quiet">
      {t('undo.event')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader
        title={t('undo.title')}
        about={`${verbWord(event.verb)}: ${event.subject?.name ?? ''}`}
        actions={back}
      />
      <Panel title={t('event.changes')} className="space-y-4">
        <p className="text-sm text-ink-soft">{t('undo.about')}</p>
        <Fields fields={fields} />
        {open ? (
          <PressForm action={action} hidden={{ event: event.event }} weight="primary">
            {t('undo.do')}
          </PressForm>
        ) : (
          <Notice tone="warning" title={t('undo.closed')}>
            <p>{t('undo.closedAbout')}</p>
          </Notice>
        )}
      </Panel>
    </>
  )
}

function Fields({ fields }: Pick<UndoPlan, 'fields'>): ReactNode {
  const t = useTranslations('audit')
  const [fieldWord, valueWord] = [useFieldWord(), useValueWord()]
  return (
    <table className="w-full table-fixed border-collapse text-left text-sm">
      <thead>
        <tr>
          <PlainHeader className="pr-3">{t('event.field')}</PlainHeader>
          <PlainHeader className="pr-3">{t('undo.now')}</PlainHeader>
          <PlainHeader>{t('undo.back')}</PlainHeader>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, now, back, changed }) => (
          <tr key={field} className="border-t border-line align-top">
            <th scope="row" className="py-1.5 pr-3 font-medium break-words">
              {fieldWord(field)}
            </th>
            <td className="py-1.5 pr-3 break-words">
              {valueWord(field, now)} {changed && <Badge tone="warn">{t('undo.since')}</Badge>}
            </td>
            <td className="py-1.5 break-words">{valueWord(field, back)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
