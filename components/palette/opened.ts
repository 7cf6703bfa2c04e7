'use client'
import { useSyncExternalStore } from 'react'

/** Which sheet of the frame is open above the page. */
export type Sheet = 'palette' | 'keys' | null

const listeners = new Set<() => void>()
let sheet: Sheet = null

/** Opens a sheet from wherever, or closes it. */
export function openSheet(next: Sheet): void {
  sheet = next
  for (const changed of listeners) changed()
}

export function useOpenSheet(): Sheet {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => sheet,
    () => null,
  )
}
