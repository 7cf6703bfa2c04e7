'use client'
import type { OnChangeFn, RowSelectionState } from '@tanstack/react-table'
import { useSyncExternalStore } from 'react'

/** The ids of the rows that are chosen. */
type Selection = RowSelectionState

const NOTHING: Selection = {}
const known = new Map<string, Selection>()
const listeners = new Set<() => void>()

/**
 * What is chosen in a list, over all its pages. It is kept for the tab by `list`, as proxy ids, which are worth nothing outside the session.
 */
export function useSelection(list: string) {
  const selection = useSyncExternalStore(
    listen,
    () => read(list),
    () => NOTHING,
  )
  const change: OnChangeFn<Selection> = (next) => {
    const after = typeof next === 'function' ? next(read(list)) : next
    known.set(list, after)
    keep(list, Object.keys(after))
    for (const listener of listeners) listener()
  }
  return { selection, change }
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(list: string): Selection {
  const found = known.get(list) ?? stored(list)
  known.set(list, found)
  return found
}

const messageKeyOf = (list: string) => `selected ${list}`

// A browser may refuse storage: then the choice lasts until the page is left.
function stored(list: string): Selection {
  try {
    const ids = (sessionStorage.getItem(messageKeyOf(list)) ?? '').split(' ').filter(Boolean)
    return ids.length === 0 ? NOTHING : Object.fromEntries(ids.map((id) => [id, true as const]))
  } catch {
    return NOTHING
  }
}

function keep(list: string, ids: readonly string[]): void {
  try {
    if (ids.length === 0) sessionStorage.removeItem(messageKeyOf(list))
    else sessionStorage.setItem(messageKeyOf(list), ids.join(' '))
  } catch {
    // Kept in memory.
  }
}
