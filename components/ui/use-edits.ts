'use client'
import { useState } from 'react'

/** The unsaved input of a form. */
export type Edits = {
  /** Whether something has changed since the form was last sent. */
  unsent: boolean
  /** The labels of the fields that have changed since it was last saved. */
  lost: readonly string[]
  typedIn: (event: { readonly target: EventTarget }) => void
  sent: () => void
  saved: () => void
}

export function useEdits(): Edits {
  const [unsent, setUnsent] = useState(false)
  const [lost, setLost] = useState<readonly string[]>([])
  return {
    unsent,
    lost,
    typedIn: ({ target }) => {
      const label = labelOf(target)
      setUnsent(true)
      setLost((known) => (label === '' || known.includes(label) ? known : [...known, label]))
    },
    sent: () => setUnsent(false),
    saved: () => setLost([]),
  }
}

/** The label of a control, or of its radio group. */
export function labelOf(target: EventTarget): string {
  if (
    !(
      target instanceof HTMLInputElement ||
      target instanceof HTMLSelectElement ||
      target instanceof HTMLTextAreaElement
    )
  )
    return ''
  const group =
    target.type === 'radio' ? target.closest('[role=radiogroup]')?.getAttribute('aria-label') : null
  if (typeof group === 'string') return group
  const label = target.labels?.[0]
  return (label?.querySelector('[data-label]') ?? label)?.textContent ?? ''
}
