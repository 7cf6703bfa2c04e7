import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { auditQueryText, EXPORT_FORMATS, type AuditQuery } from '../../lib/views/audit.ts'
import { Button } from '../ui/button.tsx'

/** Downloads the audit log as it is filtered. Plain forms, so the browser saves the file without script. */
export function AuditExportForms({ query }: { query: AuditQuery }): ReactNode {
  const t = useTranslations('audit.export')
  const filter = [...new URLSearchParams(auditQueryText({ ...query, before: null }))]
  return (
    <section aria-label={t('title')} title={t('about')} className="ml-auto flex gap-1.5">
      {EXPORT_FORMATS.map((format) => (
        <form key={format} action="/audit/export" method="post">
          <input type="hidden" name="format" value={format} />
          {filter.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button type="submit" size="small">
            <Download aria-hidden="true" />
            {t(format)}
          </Button>
        </form>
      ))}
    </section>
  )
}
