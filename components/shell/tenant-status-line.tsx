import { useTranslations } from 'next-intl'
import { Link } from '../ui/link.tsx'
import type { ReactNode } from 'react'
import type { TenantStatus } from '../../lib/views/connection.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { classNames } from '../ui/class-names.ts'

type Props = { status: TenantStatus; may: readonly Verb[] }

/** A line above every page: how long the trial lasts, or why nothing works, with a link to the connection. */
export function TenantStatusLine({ status, may }: Props): ReactNode {
  const t = useTranslations('shell.tenantStatus')
  const { kind } = status
  return (
    <section
      aria-label={t('label')}
      className={classNames(
        'flex flex-wrap items-center justify-center gap-x-3 px-4 py-1 text-center text-xs',
        kind === 'trial' ? 'bg-accent-soft text-accent-ink' : 'bg-warn-soft text-ink',
      )}
    >
      <p>{kind === 'trial' ? t('trial', { days: status.daysLeft }) : t(kind)}</p>
      <Link
        href="/connection"
        className="inline-flex min-h-6 items-center font-medium underline underline-offset-2"
      >
        {t(may.includes('connection.edit') ? `mend.${kind}` : 'why')}
      </Link>
    </section>
  )
}
