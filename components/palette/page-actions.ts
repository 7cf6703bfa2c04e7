'use client'
import { useSyncExternalStore } from 'react'

/** Something that the page offers: a place to go to, a path of ours, or something to do. */
export type PageAction = { label: string } & ({ href: string } | { run: () => void })

const NONE: readonly PageAction[] = []
const listeners = new Set<() => void>()
let offered: readonly (readonly PageAction[])[] = []
let all: readonly PageAction[] = NONE

/** Offers `actions` in the palette. Answers how to take them back. */
export function offer(actions: readonly PageAction[]): () => void {
  change([...offered, actions])
  return () => change(offered.filter((each) => each !== actions))
}

/** What the page offers now. */
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
