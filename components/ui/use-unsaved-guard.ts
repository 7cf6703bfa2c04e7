'use client'
import { useEffect } from 'react'

const QUESTION = 'Leave without saving? What you changed here will be lost.'

/** While `unsaved`, asks before the page is left by a link, a reload or a closed tab. */
export function useUnsavedGuard(unsaved: boolean): void {
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => event.preventDefault()
    const follow = (event: MouseEvent) => {
      if (!leavesPage(event) || window.confirm(QUESTION)) return
      event.preventDefault()
      event.stopPropagation()
    }
    if (unsaved) {
      window.addEventListener('beforeunload', leave)
      document.addEventListener('click', follow, true)
    }
    return () => {
      window.removeEventListener('beforeunload', leave)
      document.removeEventListener('click', follow, true)
    }
  }, [unsaved])
}

function leavesPage(event: MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || link.origin !== location.origin || (link.target !== '' && link.target !== '_self'))
    return false
  return link.pathname !== location.pathname || link.search !== location.search
}
