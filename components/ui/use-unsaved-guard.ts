'use client'
import { useEffect, useEffectEvent, useRef } from 'react'
import { areDraftsSaved } from './form-draft.ts'

/**
 * While its component stands, nobody leaves the page without `ask`, which is given the way they wanted to go: by a link (the palette's too),
 * by the browser's back and forward. A reload or a closed tab only the browser itself can ask about. What is returned lets the next one pass.
 */
export function useUnsavedGuard(ask: (go: () => void) => void): () => void {
  const passing = useRef(false)
  const asked = useEffectEvent(ask)

  useEffect(() => {
    const unload = (event: BeforeUnloadEvent) => {
      if (!passing.current && !areDraftsSaved()) event.preventDefault()
    }
    const follow = (event: MouseEvent) => {
      const link = passing.current ? null : leadsAway(event)
      if (link === null) return
      event.preventDefault()
      event.stopPropagation()
      asked(() => (link.isConnected ? link.click() : location.assign(link.href)))
    }
    const travel = (event: NavigateEvent) => {
      const { key, url } = event.destination
      if (
        passing.current ||
        event.navigationType !== 'traverse' ||
        !event.cancelable ||
        !isElsewhere(new URL(url))
      )
        return
      event.preventDefault()
      asked(() => void timeline()?.traverseTo(key))
    }
    addEventListener('beforeunload', unload)
    document.addEventListener('click', follow, true)
    timeline()?.addEventListener('navigate', travel)
    return () => {
      removeEventListener('beforeunload', unload)
      document.removeEventListener('click', follow, true)
      timeline()?.removeEventListener('navigate', travel)
    }
  }, [])

  return () => {
    passing.current = true
  }
}

/** The browser's history as it can be asked, where there is one (Navigation API, in all browsers since early 2026). */
function timeline(): Navigation | null {
  return 'navigation' in window ? window.navigation : null
}

/** The link of ours that this click would follow in this tab, to another page. */
function leadsAway(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || link.origin !== location.origin || (link.target !== '' && link.target !== '_self')) return null
  return isElsewhere(link) ? link : null
}

function isElsewhere({ pathname, search }: { pathname: string; search: string }): boolean {
  return pathname !== location.pathname || search !== location.search
}
