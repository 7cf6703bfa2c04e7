import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** A thin bar while the next page loads, after 300 ms (`animate-route-progress`). */
export function RouteProgress(): ReactNode {
  const t = useTranslations('shell')
  return (
    <progress
      aria-label={t('loading')}
      className="fixed inset-x-0 top-0 z-50 block h-0.5 w-full origin-left animate-route-progress appearance-none border-0 bg-accent-ink forced-colors:bg-[Highlight] [&::-moz-progress-bar]:bg-transparent [&::-webkit-progress-bar]:bg-transparent"
    />
  )
}
