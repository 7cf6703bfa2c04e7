import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { BrandPage } from '../../../components/brand/brand-page.tsx'
import {
  discardDraftAction,
  editBrandAction,
  importWhitelabelAction,
  publishBrandAction,
  removePictureAction,
  writeWhitelabelAction,
} from '../../../lib/actions/brand.ts'
import { badgeOf } from '../../../lib/domain/badge.ts'
import { findBrand } from '../../../lib/domain/brand/room.ts'
import { BRAND_DEEDS } from '../../../lib/views/brand.ts'
import { tellRefusedPicture } from '../../../lib/web/brand-face.ts'
import { reading } from '../../reading.tsx'

const actions = {
  edit: editBrandAction,
  removePicture: removePictureAction,
  publish: publishBrandAction,
  discard: discardDraftAction,
  take: importWhitelabelAction,
  write: writeWhitelabelAction,
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('brand'))('title') }
}

/** What the portal looks like to a reseller's people. */
export default async function Page(props: PageProps<'/brand'>): Promise<ReactNode> {
  const { done, refused } = await props.searchParams
  const sentence = await tellRefusedPicture(refused)
  return reading(
    async (viewer) => ({ room: await findBrand(viewer), may: badgeOf(viewer).may }),
    ({ room, may }) => (
      <BrandPage
        room={room}
        may={may}
        done={BRAND_DEEDS.find((deed) => deed === done) ?? null}
        refused={sentence}
        actions={actions}
      />
    ),
  )
}
