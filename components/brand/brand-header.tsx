'use client'
import type { ReactNode } from 'react'
import { ProductMark } from '../shell/product.tsx'
import { useBrand } from './brand-context.tsx'
import { BrandFooter } from './brand-footer.tsx'
import { BrandLogo } from './brand-logo.tsx'

/** Whose portal this is, at the head of every page: the brand's image and name, or the mark with the tenant's. */
export function BrandHeader({ tenant, product }: { tenant: string; product: string }): ReactNode {
  const brand = useBrand()
  if (brand !== null) return <BrandLogo brand={brand} />
  return (
    <>
      <ProductMark />
      <span className="truncate font-semibold">{tenant}</span>
      <span className="truncate text-ink-faint max-lg:sr-only">{product}</span>
    </>
  )
}

/** The brand's help and laws, at the foot of every page. */
export function BrandPageFooter(): ReactNode {
  const brand = useBrand()
  return brand && <BrandFooter brand={brand} />
}
