'use client'
import { createContext, use, useMemo, type ReactNode } from 'react'
import type { Verb } from '../../lib/views/viewer.ts'
import { navItems, type NavItem } from './nav-items.ts'

type Pages = { may: readonly Verb[]; items: readonly NavItem[]; help: string | null }

const PagesContext = createContext<Pages>({ may: [], items: [], help: null })

type Props = {
  may: readonly Verb[]
  /** The account that the viewer is confined to; null: all of the tenant's. */
  account: string | null
  /** Where the operator offers help; null: nowhere. */
  help: string | null
  children: ReactNode
}

/** Tells the navigation, the palette and the keyboard shortcuts which pages the viewer may open. */
export function NavItemsProvider({ may, account, help, children }: Props): ReactNode {
  const pages = useMemo(
    () => ({ may, help, items: navItems(account).filter(({ verb }) => may.includes(verb)) }),
    [may, account, help],
  )
  return <PagesContext value={pages}>{children}</PagesContext>
}

/** The pages that the viewer may open. */
export function useNavItems(): readonly NavItem[] {
  return use(PagesContext).items
}

/** Whether the viewer may do something. */
export function useMay(verb: Verb): boolean {
  return use(PagesContext).may.includes(verb)
}

/** Where the operator offers help; null: nowhere. */
export function useHelpUrl(): string | null {
  return use(PagesContext).help
}
