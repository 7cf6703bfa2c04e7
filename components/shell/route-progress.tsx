'use client'
import { useTranslations } from 'next-intl'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useState, type ReactNode } from 'react'

const LONGEST_MS = 30_000

/** A thin bar while the next page is on its way; it shows only when that takes longer than 300 ms (`animate-creep`). */
export function RouteProgress(): ReactNode {
  const t = useTranslations('shell')
  const here = `${usePathname()}?${useSearchParams().toString()}`
  const [leaving, setLeaving] = useState<string | null>(null)
  useEffect(() => {
    const going = (event: Event) => {
      const to = event instanceof CustomEvent ? URL.parse(String(event.detail), location.href) : null
      if (to === null || to.pathname + to.search === location.pathname + location.search) return
      // Not within the transition that the router begins: what is set in there shows when it is over.
      setTimeout(() => setLeaving(here))
    }
    window.addEventListener('portal:going', going)
    return () => window.removeEventListener('portal:going', going)
  }, [here])
  useEffect(() => {
    if (leaving === null) return undefined
    const enough = setTimeout(() => setLeaving(null), LONGEST_MS)
    return () => clearTimeout(enough)
  }, [leaving])
  if (leaving !== here) return null
  return (
    <progress
      aria-label={t('loading')}
      className="fixed inset-x-0 top-0 z-50 block h-0.5 w-full origin-left animate-route-progress appearance-none border-0 bg-accent-ink forced-colors:bg-[Highlight] [&::-moz-progress-bar]:bg-transparent [&::-webkit-progress-bar]:bg-transparent"
    />
  )
}
