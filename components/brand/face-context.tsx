'use client'
import { createContext, use, type ReactNode } from 'react'
import type { BrandFace } from '../../lib/views/brand.ts'

/** What stands around the card of an entry page, drawn on the server: there is no need to send how. */
export type EntrySlots = { image: ReactNode; head: ReactNode; welcome: ReactNode; foot: ReactNode }

/** Whose face a page has: null is the portal's own. */
type Shown = { face: BrandFace | null; entry: EntrySlots }

const Context = createContext<Shown | null>(null)

/** Tells everything below whose face this page has. */
export function FaceProvider({ shown, children }: { shown: Shown; children: ReactNode }): ReactNode {
  return <Context value={shown}>{children}</Context>
}

export function useFace(): BrandFace | null {
  return use(Context)?.face ?? null
}

export function useEntry(): Partial<EntrySlots> {
  return use(Context)?.entry ?? {}
}
