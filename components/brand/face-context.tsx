'use client'
import { createContext, use, type ReactNode } from 'react'
import type { BrandFace } from '../../lib/views/brand.ts'

/** Whose face this page has, and what is said to who signs in. Null: the portal's own. */
type Shown = { face: BrandFace; welcome: ReactNode }

const FaceContext = createContext<Shown | null>(null)

/** Tells everything below whose face this page has. */
export function FaceProvider({ shown, children }: { shown: Shown | null; children: ReactNode }): ReactNode {
  return <FaceContext value={shown}>{children}</FaceContext>
}

export function useFace(): Shown | null {
  return use(FaceContext)
}
