'use client'
import { useEffect, type RefObject } from 'react'
import { isSingleKeyShortcut } from '../single-keys.ts'

/** `/` focuses the filter of the page, unless the user is typing or has switched off single-key shortcuts. */
export function useSlashKey(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const focusInput = (event: KeyboardEvent) => {
      if (event.key !== '/' || !isSingleKeyShortcut(event) || inTree(event.target)) return
      event.preventDefault()
      input.current?.select()
    }
    document.addEventListener('keydown', focusInput)
    return () => document.removeEventListener('keydown', focusInput)
  }, [input])
}

/** In the tree a slash starts a search by name. */
function inTree(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role=treegrid]') !== null
}
