'use client'
import { useMay } from '../ui/within.tsx'
import { PLACES } from './places.ts'

/** The places that are for the person before the page. */
export function usePlaces(): typeof PLACES {
  const may = useMay()
  return PLACES.filter(({ verb }) => may.includes(verb))
}
