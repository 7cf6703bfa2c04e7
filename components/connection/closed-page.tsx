import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LinkButton } from '../ui/link-button.tsx'

/** Replaces pages that are closed to the whole team, with the reason and a link to the connection. */
export function ClosedPage({ why }: { why: 'ended' | 'disconnected' }): ReactNode {
  const t = useTranslations('connection.closed')
  return (
    <div className="mx-auto max-w-lg space-y-4 py-12">
      <h1 className="text-xl font-semibold">{t(`${why}.title`)}</h1>
      <p className="text-ink">{t(`${why}.about`)}</p>
      <p className="text-ink-soft">{t('kept')}</p>
      <LinkButton href="/connection" weight="primary">
        {t('go')}
      </LinkButton>
    </div>
  )
}
