'use client'
import { useEffect, useEffectEvent, type RefObject } from 'react'

/** A search box can be typed into before its page is awake: what stands there then, other than `before`, counts as typed. */
export function useEarlyInput(
  input: RefObject<HTMLInputElement | null>,
  before: string,
  onText: (text: string) => void,
): void {
  const awake = useEffectEvent(() => {
    const text = input.current?.value.trim() ?? ''
    if (text !== before && document.activeElement === input.current) onText(text)
  })
  useEffect(() => awake(), [])
}
