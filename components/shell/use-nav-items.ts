'use client'
import { useMay } from '../ui/base-path.tsx'
import { NAV_ITEMS } from './nav-items.ts'

/** The places that are for the person before the page. */
export function useNavItems(): typeof NAV_ITEMS {
  const may = useMay()
  return NAV_ITEMS.filter(({ verb }) => may.includes(verb))
}
