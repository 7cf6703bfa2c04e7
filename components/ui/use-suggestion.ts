'use client'
import { useRef, type InputEvent } from 'react'

type Suggestion = {
  /** The fields that it is made from. */
  from: readonly string[]
  /** The field that it is for. */
  to: string
  /** Makes it of the values of `from`. */
  suggest: (...values: string[]) => string
}

/**
 * Fills in a field while others are typed in, until somebody types in it themselves. For the `onInput` of an
 * element around them.
 */
export function useSuggestion({ from, to, suggest }: Suggestion): (event: InputEvent<HTMLElement>) => void {
  const suggested = useRef('')
  return ({ target, currentTarget }) => {
    if (!(target instanceof HTMLInputElement) || !from.includes(target.name)) return
    const inputs = currentTarget.querySelectorAll('input')
    const named = (name: string) => Array.from(inputs).find((input) => input.name === name)
    const field = named(to)
    if (field === undefined || field.value !== suggested.current) return
    suggested.current = suggest(...from.map((name) => named(name)?.value ?? ''))
    field.value = suggested.current
    // The form listens for input events only.
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
