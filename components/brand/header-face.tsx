'use client'
import type { ReactNode } from 'react'
import { ProductMark } from '../product.tsx'
import { useFace } from './face-context.tsx'
import { FaceFoot } from './face-foot.tsx'
import { NamePlate } from './name-plate.tsx'

/** Whose portal this is, at the head of every page: the brand's image and name, or the mark with the tenant's. */
export function HeaderFace({ tenant, product }: { tenant: string; product: string }): ReactNode {
  const face = useFace()
  if (face !== null) return <NamePlate face={face} />
  return (
    <>
      <ProductMark />
      <span className="truncate font-semibold">{tenant}</span>
      <span className="truncate text-ink-faint max-lg:sr-only">{product}</span>
    </>
  )
}

/** The brand's help and laws, at the foot of every page. */
export function PageFoot(): ReactNode {
  const face = useFace()
  return face && <FaceFoot face={face} />
}
