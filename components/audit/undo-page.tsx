import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { UndoFormField } from '../../lib/views/audit-form.ts'
import type { UndoField, UndoPlan } from '../../lib/views/audit.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { PageHeader } from '../page-header.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { PressForm } from '../ui/press-form.tsx'
import { PlainHeader } from '../ui/table.tsx'
import { LeftTable } from './left-table.tsx'
import { useFieldWord, useValueWord, useVerbWord } from './words.ts'

type Props = { plan: UndoPlan; action: FormAction<UndoFormField> }

/** What a revert would set again, beside what stands there now, with the button; and what it cannot, with the reason. */
export function UndoPage({ plan: { event, fields, why }, action }: Props): ReactNode {
  const t = useTranslations('audit')
  const verbWord = useVerbWord()
  const open = fields.filter((field) => field.why === null)
  const left = fields.flatMap((field) => (field.why === null ? [] : [{ field: field.field, why: field.why }]))
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
      {open.length === 0 && (
        <Notice tone="warning" title={t('undo.none')}>
          <p>{why === null ? t('undo.noneAbout') : t(`undo.obstacles.${why}`)}</p>
        </Notice>
      )}
      {open.length > 0 && (
        <Panel title={t('event.changes')} className="space-y-4">
          <p className="text-sm text-ink-soft">{t('undo.about')}</p>
          <Fields fields={open} />
          <PressForm
            action={action}
            hidden={{ event: event.event, fields: open.map(({ field }) => field).join(',') }}
            weight="primary"
          >
            {t('undo.do')}
          </PressForm>
        </Panel>
      )}
      {left.length > 0 && (
        <Panel title={t('undo.left')}>
          <LeftTable fields={left} />
        </Panel>
      )}
    </>
  )
}

function Fields({ fields }: { fields: readonly UndoField[] }): ReactNode {
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
        {fields.map(({ field, now, back }) => (
          <tr key={field} className="border-t border-line align-top">
            <th scope="row" className="py-1.5 pr-3 font-medium break-words">
              {fieldWord(field)}
            </th>
            <td className="py-1.5 pr-3 break-words">{valueWord(field, now ?? '')}</td>
            <td className="py-1.5 break-words">{valueWord(field, back ?? '')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
