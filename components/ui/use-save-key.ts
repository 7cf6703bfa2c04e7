'use client'
import { useEffect, useEffectEvent } from 'react'
import { COVERING_DIALOG } from './single-keys.ts'

/** Marks a form with unsaved input, for `useSaveKey` and for the style sheet. */
export const UNSAVED = 'data-unsaved'

/**
 * Ctrl+S, or Command+S, sends the form with unsaved input: that with the focus, where there are several. A
 * dialog in front keeps the key to itself.
 */
export function useSaveKey(form: { readonly current: HTMLFormElement | null }, unsaved: boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || !isSaveKey(event) || !form.current) return
    const focused = document.activeElement
    const front = focused?.closest(COVERING_DIALOG) ?? form.current
    if (!front.contains(form.current) && front !== form.current) return
    const other = focused?.closest(`form[${UNSAVED}]`) ?? form.current
    if (other !== form.current) return
    event.preventDefault()
    form.current.requestSubmit()
  })
  useEffect(() => {
    if (!unsaved) return undefined
    const listener = (event: KeyboardEvent) => onKey(event)
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [unsaved])
}

function isSaveKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 's' && (ctrlKey || metaKey) && !altKey && !shiftKey
}
