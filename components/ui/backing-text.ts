'use client'
import { createContext, use } from 'react'

/** The text that a form posts for an editor, and a way to replace it. */
export type BackingText = { text: string; write: (text: string) => void; readOnly: boolean }

export const BackingTextContext = createContext<BackingText | null>(null)

/** The text behind an editor. */
export function useBackingText(): BackingText {
  const backing = use(BackingTextContext)
  if (!backing) throw new Error('There is no text behind this editor.')
  return backing
}
