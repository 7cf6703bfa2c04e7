'use client'
import { createContext, use, type ReactNode } from 'react'
import type { Verb } from '../../lib/views/viewer.ts'
import { NAV_ITEMS } from './nav-items.ts'

const PermissionsContext = createContext<readonly Verb[]>([])

type Props = { may: readonly Verb[]; children: ReactNode }

/** Tells the navigation, the palette and the keyboard shortcuts what the viewer may do. */
export function PermissionsProvider({ may, children }: Props): ReactNode {
  return <PermissionsContext value={may}>{children}</PermissionsContext>
}

/** The pages that the viewer may open. */
export function useNavItems(): typeof NAV_ITEMS {
  const may = use(PermissionsContext)
  return NAV_ITEMS.filter(({ verb }) => may.includes(verb))
}
