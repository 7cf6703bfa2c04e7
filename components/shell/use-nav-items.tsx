'use client'
import { createContext, use, useMemo, type ReactNode } from 'react'
import type { Verb } from '../../lib/views/viewer.ts'
import { navItems, type NavItem } from './nav-items.ts'

const NavItemsContext = createContext<readonly NavItem[]>([])

type Props = {
  may: readonly Verb[]
  /** The account that the viewer is confined to; null: all of the tenant's. */
  account: string | null
  children: ReactNode
}

/** Tells the navigation, the palette and the keyboard shortcuts which pages the viewer may open. */
export function NavItemsProvider({ may, account, children }: Props): ReactNode {
  const items = useMemo(() => navItems(account).filter(({ verb }) => may.includes(verb)), [may, account])
  return <NavItemsContext value={items}>{children}</NavItemsContext>
}

/** The pages that the viewer may open. */
export function useNavItems(): readonly NavItem[] {
  return use(NavItemsContext)
}
