import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RevertFormField } from '../../lib/views/audit-form.ts'
import type { RevertedField, RevertPlan } from '../../lib/views/audit.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { Crumb, NavCrumb } from '../shell/breadcrumbs.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { ButtonForm } from '../ui/button-form.tsx'
import { PlainHeader } from '../ui/table-headers.tsx'
import { NotRevertedTable } from './not-reverted-table.tsx'
import { useFieldLabel, useSubjectLabel, useValueLabel, useVerbLabel } from './audit-labels.ts'

type Props = { plan: RevertPlan; action: FormAction<RevertFormField> }

/**
 * What a revert would change, beside the current values, with a button; and what it cannot change, with the
 * reasons.
 */
export function RevertPage({ plan: { event, fields, why }, action }: Props): ReactNode {
  const t = useTranslations('audit')
  const [verbLabel, subjectLabel] = [useVerbLabel(), useSubjectLabel()]
  const revertible = fields.filter((field) => field.why === null)
  const kept = fields.flatMap((field) => (field.why === null ? [] : [{ field: field.field, why: field.why }]))
  return (
    <>
      <PageHeader
        title={t('revert.title')}
        above={
          <>
            <NavCrumb name="audit" />
            <Crumb href={`/audit/${event.event}`}>{verbLabel(event.verb)}</Crumb>
          </>
        }
        about={`${verbLabel(event.verb)}: ${event.subject ? subjectLabel(event.subject) : ''}`}
      />
      {revertible.length === 0 && (
        <Notice tone="warning" title={t('revert.none')}>
          <p>{why === null ? t('revert.noneAbout') : t(`revert.obstacles.${why}`)}</p>
        </Notice>
      )}
      {revertible.length > 0 && (
        <Panel title={t('event.changes')} className="space-y-4">
          <p className="text-sm text-ink-soft">{t('revert.about')}</p>
          <Fields fields={revertible} />
          <ButtonForm
            action={action}
            hidden={{ event: event.event, fields: revertible.map(({ field }) => field).join(',') }}
            weight="primary"
          >
            {t('revert.do')}
          </ButtonForm>
        </Panel>
      )}
      {kept.length > 0 && (
        <Panel title={t('revert.left')}>
          <NotRevertedTable fields={kept} />
        </Panel>
      )}
    </>
  )
}

function Fields({ fields }: { fields: readonly RevertedField[] }): ReactNode {
  const t = useTranslations('audit')
  const [fieldLabel, valueLabel] = [useFieldLabel(), useValueLabel()]
  return (
    <table className="w-full table-fixed border-collapse text-left text-sm">
      <thead>
        <tr>
          <PlainHeader className="pr-3">{t('event.field')}</PlainHeader>
          <PlainHeader className="pr-3">{t('revert.now')}</PlainHeader>
          <PlainHeader>{t('revert.becomes')}</PlainHeader>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, now, back }) => (
          <tr key={field} className="border-t border-line align-top">
            <th scope="row" className="py-1.5 pr-3 font-medium break-words">
              {fieldLabel(field)}
            </th>
            <td className="py-1.5 pr-3 break-words">{valueLabel(field, now ?? '')}</td>
            <td className="py-1.5 break-words">{valueLabel(field, back ?? '')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
