'use client'
import { useEffect, useEffectEvent, useRef } from 'react'
import { areDraftsSaved } from './form-draft.ts'

/**
 * While mounted, intercepts navigation by links (the palette's too) and by back and forward, and calls `ask`
 * with a function that continues it. For a reload or a closed tab only the browser can ask. Returns a
 * function that lets the next navigation pass.
 */
export function useUnsavedGuard(ask: (proceed: () => void) => void): () => void {
  const passing = useRef(false)
  const onLeave = useEffectEvent(ask)

  useEffect(() => {
    const unload = (event: BeforeUnloadEvent) => {
      if (!passing.current && !areDraftsSaved()) event.preventDefault()
    }
    const follow = (event: MouseEvent) => {
      const link = passing.current ? null : linkToFollow(event)
      if (link === null) return
      event.preventDefault()
      event.stopPropagation()
      onLeave(() => (link.isConnected ? link.click() : location.assign(link.href)))
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
      onLeave(() => void navigationApi()?.traverseTo(key))
    }
    addEventListener('beforeunload', unload)
    document.addEventListener('click', follow, true)
    navigationApi()?.addEventListener('navigate', travel)
    return () => {
      removeEventListener('beforeunload', unload)
      document.removeEventListener('click', follow, true)
      navigationApi()?.removeEventListener('navigate', travel)
    }
  }, [])

  return () => {
    passing.current = true
  }
}

/** The Navigation API, in all browsers since early 2026. */
function navigationApi(): Navigation | null {
  return 'navigation' in window ? window.navigation : null
}

/** The internal link to another page that this click would follow in this tab. */
function linkToFollow(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || link.origin !== location.origin || (link.target !== '' && link.target !== '_self')) return null
  return isElsewhere(link) ? link : null
}

function isElsewhere({ pathname, search }: { pathname: string; search: string }): boolean {
  return pathname !== location.pathname || search !== location.search
}
