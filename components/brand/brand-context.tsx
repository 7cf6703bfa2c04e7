'use client'
import { createContext, use, type ReactNode } from 'react'
import type { BrandTheme } from '../../lib/views/brand.ts'

/**
 * Whose face a page has: null is the portal's own. `head` names it; `entry` is all that stands around the card of an entry page, with an
 * `<EntryCard />` in it. Both are drawn on the server: there is no need to send how.
 */
type Shown = { brand: BrandTheme | null; head: ReactNode; entry: ReactNode }

const Context = createContext<Shown | null>(null)
const Card = createContext<ReactNode>(null)

/** Tells everything below whose face this page has. */
export function BrandProvider({ shown, children }: { shown: Shown; children: ReactNode }): ReactNode {
  return <Context value={shown}>{children}</Context>
}

export function useBrand(): BrandTheme | null {
  return use(Context)?.brand ?? null
}

/** Whose page this is, before anybody is signed in: the brand of the host, or the product where it is nobody's. */
export function BrandName(): ReactNode {
  return use(Context)?.head
}

/** What stands around the card of an entry page. */
export function EntryBrand({ children }: { children: ReactNode }): ReactNode {
  return <Card value={children}>{use(Context)?.entry ?? children}</Card>
}

/** Where in it the card stands. */
export function EntryCard(): ReactNode {
  return use(Card)
}
