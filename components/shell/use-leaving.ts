'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'

/** Afterwards the page is usable again: the navigation has failed. */
const LONGEST_MS = 30_000

/** The page that is being loaded instead of this one; null: none. */
export function useLeaving(): URL | null {
  const current = `${usePathname()}?${useSearchParams().toString()}`
  const [leaving, setLeaving] = useState<{ from: string; to: URL } | null>(null)
  useEffect(() => {
    const onNavigate = (event: Event) => {
      const to = event instanceof CustomEvent ? URL.parse(String(event.detail), location.href) : null
      if (to === null || to.pathname + to.search === location.pathname + location.search) return
      // Outside the router's transition, in which state updates would show only at its end.
      setTimeout(() => setLeaving({ from: current, to }))
    }
    window.addEventListener('portal:navigate', onNavigate)
    return () => window.removeEventListener('portal:navigate', onNavigate)
  }, [current])
  useEffect(() => {
    if (leaving === null) return undefined
    const timeout = setTimeout(() => setLeaving(null), LONGEST_MS)
    return () => clearTimeout(timeout)
  }, [leaving])
  return leaving?.from === current ? leaving.to : null
}
