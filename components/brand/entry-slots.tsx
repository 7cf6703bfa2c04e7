import type { ReactNode } from 'react'
import type { BrandTheme } from '../../lib/views/brand.ts'
import { Product } from '../shell/product.tsx'
import { BrandFooter } from './brand-footer.tsx'
import { BrandLogo } from './brand-logo.tsx'

/** The parts around the card of an entry page. */
export type EntrySlots = { image: ReactNode; head: ReactNode; welcome: ReactNode; foot: ReactNode }

/** What a brand shows around the card of an entry page: image, logo, welcome text and footer. */
export function brandedEntry(brand: BrandTheme, welcome: ReactNode): EntrySlots {
  const { signIn } = brand.images
  return {
    image: signIn && (
      <div className="relative h-36 shrink-0 overflow-hidden bg-sunken @3xl:h-auto @3xl:w-1/2">
        <img
          src={signIn.src}
          width={signIn.width}
          height={signIn.height}
          alt=""
          className="absolute inset-0 size-full object-cover"
        />
      </div>
    ),
    head: (
      <p className="flex items-center gap-2.5 text-base">
        <BrandLogo brand={brand} large />
      </p>
    ),
    welcome,
    foot: <BrandFooter brand={brand} />,
  }
}

/** The same for the portal without a brand. */
export const OWN_ENTRY: EntrySlots = { image: null, head: <Product />, welcome: null, foot: null }
