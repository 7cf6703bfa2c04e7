'use client'
import { createContext, use, type ReactNode } from 'react'
import type { BrandTheme } from '../../lib/views/brand.ts'

/**
 * The brand of this page; null: the portal's own. `head` is its name and logo; `entry` surrounds the card of
 * an entry page and contains an `<EntryCard />`. Both are rendered on the server, so the browser does not
 * need their code.
 */
type PageBrand = { brand: BrandTheme | null; head: ReactNode; entry: ReactNode }

const BrandContext = createContext<PageBrand | null>(null)
const CardContext = createContext<ReactNode>(null)

/** Provides the brand of this page to everything below. */
export function BrandProvider({
  pageBrand,
  children,
}: {
  pageBrand: PageBrand
  children: ReactNode
}): ReactNode {
  return <BrandContext value={pageBrand}>{children}</BrandContext>
}

export function useBrand(): BrandTheme | null {
  return use(BrandContext)?.brand ?? null
}

/** The name and logo of the host's brand before sign-in, or of the product. */
export function BrandName(): ReactNode {
  return use(BrandContext)?.head
}

/** Puts the brand around the card of an entry page. */
export function EntryBrand({ children }: { children: ReactNode }): ReactNode {
  return <CardContext value={children}>{use(BrandContext)?.entry ?? children}</CardContext>
}

/** Where the card goes within `entry`. */
export function EntryCard(): ReactNode {
  return use(CardContext)
}
