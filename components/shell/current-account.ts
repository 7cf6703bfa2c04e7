'use client'
import { useSyncExternalStore } from 'react'
import { useInnerPath } from '../ui/base-path.tsx'

// Which account this page is inside of: for a new account, which goes below it.

const IN_PATH = /^\/accounts\/(acc_[\w-]{22})(?:\/|$)/

const listeners = new Set<() => void>()
let above: string | null = null

/** Notes the account that this page's breadcrumbs end with; null: there is none. */
export function noteAccountAbove(account: string | null): void {
  above = account
  for (const changed of listeners) changed()
}

/** The account that this page is about, or that its subject belongs to; null: none. */
export function useCurrentAccount(): string | null {
  const noted = useSyncExternalStore(
    listen,
    () => above,
    () => null,
  )
  const [, inPath] = IN_PATH.exec(useInnerPath()) ?? []
  return inPath ?? noted
}

function listen(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}
