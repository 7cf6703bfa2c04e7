'use client'
import { useEffect, type RefObject } from 'react'
import { isForTheFrame } from '../single-keys.ts'

/** `/` goes to the filter of the page, unless one is typing something, or has switched single keys off. */
export function useSlashKey(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const go = (event: KeyboardEvent) => {
      if (event.key !== '/' || !isForTheFrame(event) || inTree(event.target)) return
      event.preventDefault()
      input.current?.select()
    }
    document.addEventListener('keydown', go)
    return () => document.removeEventListener('keydown', go)
  }, [input])
}

/** There a slash begins a name that is looked for. */
function inTree(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role=treegrid]') !== null
}
