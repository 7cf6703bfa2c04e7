import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CurrentPageSkeleton } from './current-page-skeleton.tsx'

/**
 * A page whose data are still loading. Without script late content stays hidden, so the page is requested
 * again, complete, at `whole`.
 */
export function SlowPage({ whole }: { whole: string }): ReactNode {
  const t = useTranslations('outage')
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={`0;url=${whole}`} />
        <p>
          <a href={whole}>{t('whole')}</a>
        </p>
      </noscript>
      <Loading />
    </>
  )
}

function Loading(): ReactNode {
  const t = useTranslations('outage')
  return (
    <div className="js-only space-y-5">
      <output className="sr-only">{t('loading')}</output>
      <CurrentPageSkeleton />
      <p className="animate-delayed-longer text-sm text-ink-soft">{t('slow')}</p>
    </div>
  )
}
