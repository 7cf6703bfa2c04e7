'use client'
import { useSyncExternalStore } from 'react'

/** An action of the current page: an internal link, or something to run. */
export type PageAction = { label: string } & ({ href: string } | { run: () => void })

const NONE: readonly PageAction[] = []
const listeners = new Set<() => void>()
let offered: readonly (readonly PageAction[])[] = []
let all: readonly PageAction[] = NONE

/** Adds `actions` to the palette. Returns the function that removes them. */
export function offer(actions: readonly PageAction[]): () => void {
  change([...offered, actions])
  return () => change(offered.filter((each) => each !== actions))
}

/** The actions of the current page. */
export function usePageActions(): readonly PageAction[] {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => all,
    () => NONE,
  )
}

function change(next: readonly (readonly PageAction[])[]): void {
  offered = next
  all = next.flat()
  for (const changed of listeners) changed()
}
