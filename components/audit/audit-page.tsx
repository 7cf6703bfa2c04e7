import { Settings2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { auditQueryText, type AuditPage as Page, type AuditParam } from '../../lib/views/audit.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { PageHeader } from '../shell/page-header.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { Link } from '../ui/link.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Notice } from '../ui/notice.tsx'
import { AuditTable } from './audit-table.tsx'
import { AuditExportForms } from './audit-export-forms.tsx'
import { AuditFilter } from './audit-filter.tsx'
import { useParamsLabel } from './audit-labels.ts'

type Props = {
  page: Page
  /** The parameters of the address that mean nothing. */
  ignored: readonly AuditParam[]
  may: readonly Verb[]
}

/** The audit log: filter, number of matches, and one page of events, newest first. */
export function AuditPage({ page, ignored, may }: Props): ReactNode {
  const t = useTranslations('audit')
  const paramsLabel = useParamsLabel()
  const { query, rows, count, more } = page
  return (
    <>
      <PageHeader
        title={t('title')}
        about={t('about')}
        actions={
          may.includes('audit.settings') && (
            <LinkButton href="/audit/settings">
              <Settings2 aria-hidden="true" />
              {t('settings.link')}
            </LinkButton>
          )
        }
      />
      <AuditFilter page={page} />
      {ignored.length > 0 && (
        <Notice tone="warning">{t('filter.ignored', { names: paramsLabel(ignored) })}</Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <output className="tabular-nums text-sm text-ink-soft">
          {t(more ? 'moreThan' : 'count', { count })}
        </output>
        {may.includes('audit.export') && rows.length > 0 && <AuditExportForms query={query} />}
      </div>
      <AuditTable
        rows={rows}
        today={page.today}
        narrowed={auditQueryText({ ...query, before: null }) !== ''}
      />
      <PageLinks page={page} />
    </>
  )
}

function PageLinks({ page: { query, next } }: { page: Page }): ReactNode {
  const t = useTranslations('audit')
  if (query.before === null && next === null) return null
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap justify-end gap-1.5">
      {query.before !== null && (
        <Link href={`/audit?${auditQueryText({ ...query, before: null })}`} className={buttonClass('plain')}>
          {t('newest')}
        </Link>
      )}
      {next !== null && (
        <Link
          href={`/audit?${auditQueryText({ ...query, before: next })}`}
          rel="next"
          className={buttonClass('plain')}
        >
          {t('older')}
        </Link>
      )}
    </nav>
  )
}
