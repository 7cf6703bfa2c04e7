'use client'
import { useTranslations } from 'next-intl'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useState, type ReactNode } from 'react'

const LONGEST_MS = 30_000

/** A thin bar while the next page loads, after 300 ms (`animate-route-progress`). */
export function RouteProgress(): ReactNode {
  const t = useTranslations('shell')
  const current = `${usePathname()}?${useSearchParams().toString()}`
  const [leaving, setLeaving] = useState<string | null>(null)
  useEffect(() => {
    const onNavigate = (event: Event) => {
      const to = event instanceof CustomEvent ? URL.parse(String(event.detail), location.href) : null
      if (to === null || to.pathname + to.search === location.pathname + location.search) return
      // Outside the router's transition, in which state updates would show only at its end.
      setTimeout(() => setLeaving(current))
    }
    window.addEventListener('portal:navigate', onNavigate)
    return () => window.removeEventListener('portal:navigate', onNavigate)
  }, [current])
  useEffect(() => {
    if (leaving === null) return undefined
    const timeout = setTimeout(() => setLeaving(null), LONGEST_MS)
    return () => clearTimeout(timeout)
  }, [leaving])
  if (leaving !== current) return null
  return (
    <progress
      aria-label={t('loading')}
      className="fixed inset-x-0 top-0 z-50 block h-0.5 w-full origin-left animate-route-progress appearance-none border-0 bg-accent-ink forced-colors:bg-[Highlight] [&::-moz-progress-bar]:bg-transparent [&::-webkit-progress-bar]:bg-transparent"
    />
  )
}
