import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AuditChange } from '../../lib/views/audit.ts'
import { PlainHeader } from '../ui/table-headers.tsx'
import { useFieldLabel, useValueLabel } from './audit-labels.ts'

/** The changed fields with their values before and after. */
export function ChangeTable({ changes }: { changes: readonly AuditChange[] }): ReactNode {
  const t = useTranslations('audit')
  const [fieldLabel, valueLabel] = [useFieldLabel(), useValueLabel()]
  if (changes.length === 0) return <p className="text-sm text-ink-soft">{t('event.nothing')}</p>
  const label = (field: string, value: string | null) => (value === null ? '' : valueLabel(field, value))
  return (
    <table className="w-full table-fixed border-collapse text-left text-sm">
      <thead>
        <tr>
          <PlainHeader className="pr-3">{t('event.field')}</PlainHeader>
          <PlainHeader className="pr-3">{t('event.before')}</PlainHeader>
          <PlainHeader>{t('event.after')}</PlainHeader>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after, secret }) => (
          <tr key={field} className="border-t border-line align-top">
            <th scope="row" className="py-1.5 pr-3 font-medium break-words">
              {fieldLabel(field)}
            </th>
            {secret ? (
              <td colSpan={2} className="py-1.5 text-ink-soft">
                {t('values.secret')}
              </td>
            ) : (
              <>
                <td className="py-1.5 pr-3 break-words text-ink-soft">{label(field, before)}</td>
                <td className="py-1.5 break-words">{label(field, after)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
