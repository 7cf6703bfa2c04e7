'use client'
import type { ReactNode } from 'react'
import { ProductMark } from '../shell/product.tsx'
import { useBrand } from './brand-context.tsx'
import { BrandFooter } from './brand-footer.tsx'
import { BrandLogo } from './brand-logo.tsx'

/** The brand in the page header: its logo and name, or the product mark with the tenant's name. */
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

/** The brand's support contact and legal links at the end of every page. */
export function BrandPageFooter(): ReactNode {
  const brand = useBrand()
  return brand && <BrandFooter brand={brand} />
}
