'use client'
import { useEffect, useEffectEvent, type RefObject } from 'react'

/** A search input may be used before hydration: text in it other than `initial` counts as typed. */
export function useEarlyInput(
  input: RefObject<HTMLInputElement | null>,
  initial: string,
  onText: (text: string) => void,
): void {
  const onHydrated = useEffectEvent(() => {
    const text = input.current?.value.trim() ?? ''
    if (text !== initial && document.activeElement === input.current) onText(text)
  })
  useEffect(() => onHydrated(), [])
}
