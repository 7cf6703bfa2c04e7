'use client'
import { useSyncExternalStore } from 'react'

/** Which sheet of the frame is open above the page. */
export type Sheet = 'palette' | 'keys' | null

const listeners = new Set<() => void>()
let sheet: Sheet = null
let typed = ''

/** Opens a sheet from wherever, or closes it. */
export function openSheet(next: Sheet): void {
  sheet = next
  typed = ''
  translate()
}

/** What is typed into the palette. It is kept here because the first letters come before the palette is loaded. */
export function typeIntoPalette(text: string): void {
  typed = text
  translate()
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

/** What has been typed so far. */
export function typedSoFar(): string {
  return typed
}

function listen(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

function translate(): void {
  for (const changed of listeners) changed()
}
