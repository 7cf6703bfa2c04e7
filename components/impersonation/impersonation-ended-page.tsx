import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { buttonClass } from '../ui/button-class.ts'

/** Replaces every page of an impersonation that has ended. The link reloads the portal outside it. */
export function ImpersonationEndedPage(): ReactNode {
  const t = useTranslations('impersonation.over')
  return (
    <div className="mx-auto max-w-lg space-y-4 px-4 py-12">
      <h1 className="text-xl font-semibold">{t('title')}</h1>
      <p className="text-ink">{t('about')}</p>
      <a href="/" className={buttonClass('primary')}>
        {t('back')}
      </a>
    </div>
  )
}
