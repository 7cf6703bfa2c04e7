'use client'
import type { ReactNode } from 'react'
import { Product } from '../product.tsx'
import { useFace } from './face-context.tsx'
import { NamePlate } from './name-plate.tsx'

/** Whose page this is, before anybody is signed in: the brand of the host, or the product where it is nobody's. */
export function FaceName(): ReactNode {
  const shown = useFace()
  if (shown === null) return <Product />
  return (
    <p className="flex items-center gap-2.5 text-base">
      <NamePlate face={shown.face} large />
    </p>
  )
}
