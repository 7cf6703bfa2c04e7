'use client'
import { createContext, use, type ReactNode } from 'react'
import type { BrandFace } from '../../lib/views/brand.ts'

/** What stands around the card of an entry page, drawn on the server: there is no need to send how. */
export type EntrySlots = { image: ReactNode; head: ReactNode; welcome: ReactNode; foot: ReactNode }

const FaceContext = createContext<BrandFace | null>(null)
const EntryContext = createContext<EntrySlots>({ image: null, head: null, welcome: null, foot: null })

type Props = { face: BrandFace | null; entry: EntrySlots; children: ReactNode }

/** Tells everything below whose face this page has: null is the portal's own. */
export function FaceProvider({ face, entry, children }: Props): ReactNode {
  return (
    <FaceContext value={face}>
      <EntryContext value={entry}>{children}</EntryContext>
    </FaceContext>
  )
}

export function useFace(): BrandFace | null {
  return use(FaceContext)
}

export function useEntry(): EntrySlots {
  return use(EntryContext)
}
