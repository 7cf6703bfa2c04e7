import type { ReactNode } from 'react'
import type { BrandFace } from '../../lib/views/brand.ts'
import { Product } from '../product.tsx'
import { FaceFoot } from './face-foot.tsx'
import { NamePlate } from './name-plate.tsx'

/** What stands around the card of an entry page. */
export type EntrySlots = { image: ReactNode; head: ReactNode; welcome: ReactNode; foot: ReactNode }

/** What a brand puts around the card of an entry page: its picture, its name and welcome, its help and laws. */
export function brandedEntry(face: BrandFace, welcome: ReactNode): EntrySlots {
  const { signIn } = face.pictures
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
        <NamePlate face={face} large />
      </p>
    ),
    welcome,
    foot: <FaceFoot face={face} />,
  }
}

/** The same of the portal itself. */
export const OWN_ENTRY: EntrySlots = { image: null, head: <Product />, welcome: null, foot: null }
