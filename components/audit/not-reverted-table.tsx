import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AuditLeft } from '../../lib/views/audit.ts'
import { PlainHeader } from '../ui/table-headers.tsx'
import { useFieldLabel } from './audit-labels.ts'

/** Fields that a revert does not change, each with the reason. */
export function NotRevertedTable({ fields }: { fields: readonly AuditLeft[] }): ReactNode {
  const t = useTranslations('audit')
  const fieldLabel = useFieldLabel()
  return (
    <table className="w-full table-fixed border-collapse text-left text-sm">
      <thead>
        <tr>
          <PlainHeader className="w-1/3 pr-3">{t('event.field')}</PlainHeader>
          <PlainHeader>{t('revert.why')}</PlainHeader>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, why }) => (
          <tr key={field} className="border-t border-line align-top">
            <th scope="row" className="py-1.5 pr-3 font-medium break-words">
              {fieldLabel(field)}
            </th>
            <td className="py-1.5 break-words text-ink-soft">{t(`revert.whys.${why}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
