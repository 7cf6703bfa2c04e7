'use client'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Shortcut } from './shortcut.tsx'
import { COVERING_DIALOG } from './single-keys.ts'
import { UNSAVED } from './unsaved.ts'

/**
 * Ctrl+S, or Command+S, sends the form with unsaved input that this is in: that with the focus, where there
 * are several. A dialog in front keeps the key to itself. Shows the key. The form gets the focus when the
 * save bar disappears under it.
 */
export function SaveKey(): ReactNode {
  const hint = useRef<HTMLSpanElement>(null)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const form = hint.current?.closest('form')
    if (event.defaultPrevented || !isSaveKey(event) || !form) return
    const focused = document.activeElement
    const front = focused?.closest(COVERING_DIALOG) ?? form
    if (!front.contains(form)) return
    const other = focused?.closest(`form[${UNSAVED}]`) ?? form
    if (other !== form) return
    event.preventDefault()
    form.requestSubmit()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [])
  useLayoutEffect(() => {
    const bar = hint.current?.closest('button')?.parentElement
    return () => {
      if (bar?.contains(document.activeElement)) bar.closest('form')?.focus({ preventScroll: true })
    }
  }, [])
  return (
    <span ref={hint} aria-hidden="true" className="max-sm:hidden pointer-coarse:hidden">
      <Shortcut keys="Mod+S" />
    </span>
  )
}

function isSaveKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 's' && (ctrlKey || metaKey) && !altKey && !shiftKey
}
