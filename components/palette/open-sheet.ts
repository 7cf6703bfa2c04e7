'use client'
import { useSyncExternalStore } from 'react'

/** The dialog that is open above the page. */
export type Sheet = 'palette' | 'keys' | null

const listeners = new Set<() => void>()
let sheet: Sheet = null
let typed = ''

/** Opens a dialog, or closes it. */
export function openSheet(next: Sheet): void {
  sheet = next
  typed = ''
  notify()
}

/** The text typed into the palette. Stored here because typing may start before the palette has loaded. */
export function typeIntoPalette(text: string): void {
  typed = text
  notify()
}

export function useOpenSheet(): Sheet {
  return useSyncExternalStore(
    listen,
    () => sheet,
    () => null,
  )
}

export function useTyped(): string {
  return useSyncExternalStore(
    listen,
    () => typed,
    () => '',
  )
}

/** The typed text so far. */
export function typedSoFar(): string {
  return typed
}

function listen(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

function notify(): void {
  for (const changed of listeners) changed()
}
