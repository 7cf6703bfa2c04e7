'use client'
import type { OnChangeFn, RowSelectionState } from '@tanstack/react-table'
import { useSyncExternalStore } from 'react'

/** The ids of the selected rows. */
type Selection = RowSelectionState

const NOTHING: Selection = {}
const selections = new Map<string, Selection>()
const listeners = new Set<() => void>()

/**
 * The selection in a list, over all its pages. Stored for this tab under `list` as proxy ids, which are
 * worthless outside the session.
 */
export function useSelection(list: string) {
  const selection = useSyncExternalStore(
    listen,
    () => read(list),
    () => NOTHING,
  )
  const change: OnChangeFn<Selection> = (next) => {
    const after = typeof next === 'function' ? next(read(list)) : next
    selections.set(list, after)
    store(list, Object.keys(after))
    for (const listener of listeners) listener()
  }
  return { selection, change }
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(list: string): Selection {
  const found = selections.get(list) ?? stored(list)
  selections.set(list, found)
  return found
}

const storageKey = (list: string) => `selected ${list}`

// A browser may refuse storage: then the selection lasts until the page is left.
function stored(list: string): Selection {
  try {
    const ids = (sessionStorage.getItem(storageKey(list)) ?? '').split(' ').filter(Boolean)
    return ids.length === 0 ? NOTHING : Object.fromEntries(ids.map((id) => [id, true as const]))
  } catch {
    return NOTHING
  }
}

function store(list: string, ids: readonly string[]): void {
  try {
    if (ids.length === 0) sessionStorage.removeItem(storageKey(list))
    else sessionStorage.setItem(storageKey(list), ids.join(' '))
  } catch {
    // The selection stays in memory.
  }
}
