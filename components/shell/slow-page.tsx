import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Skeleton, SkeletonRows } from '../ui/skeleton.tsx'

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
      <PageSkeleton />
    </>
  )
}

function PageSkeleton(): ReactNode {
  const t = useTranslations('outage')
  return (
    <div className="js-only animate-delayed space-y-5">
      <div className="space-y-3 py-1">
        <Skeleton className="h-6 w-56 max-w-full" />
        <Skeleton className="w-80 max-w-full" />
      </div>
      <div className="rounded-lg border border-line bg-surface shadow-panel">
        <SkeletonRows rows={6} label={t('loading')} />
      </div>
      <p className="animate-delayed-longer text-sm text-ink-soft">{t('slow')}</p>
    </div>
  )
}
