import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AuditChange } from '../../lib/views/audit.ts'
import { PlainHeader } from '../ui/table.tsx'
import { useFieldWord, useValueWord } from './words.ts'

/** What each field was and became. */
export function ChangeTable({ changes }: { changes: readonly AuditChange[] }): ReactNode {
  const t = useTranslations('audit')
  const [fieldWord, valueWord] = [useFieldWord(), useValueWord()]
  if (changes.length === 0) return <p className="text-sm text-ink-soft">{t('event.nothing')}</p>
  const said = (field: string, value: string | null) => (value === null ? '' : valueWord(field, value))
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
              {fieldWord(field)}
            </th>
            {secret ? (
              <td colSpan={2} className="py-1.5 text-ink-soft">
                {t('values.secret')}
              </td>
            ) : (
              <>
                <td className="py-1.5 pr-3 break-words text-ink-soft">{said(field, before)}</td>
                <td className="py-1.5 break-words">{said(field, after)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
