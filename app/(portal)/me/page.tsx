import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { OwnPage } from '../../../components/own/own-page.tsx'
import { endActingAsMeAction } from '../../../lib/actions/acting.ts'
import { changeOwnPasswordAction, editForwardAction, editOwnBoxAction } from '../../../lib/actions/own.ts'
import { listOwnActings } from '../../../lib/domain/acting/find.ts'
import { badgeOf } from '../../../lib/domain/badge.ts'
import { findOwn } from '../../../lib/domain/own/find.ts'
import { ownDeed } from '../../../lib/web/own-input.ts'
import { reading } from '../../reading.tsx'

const actions = {
  forward: editForwardAction,
  box: editOwnBoxAction,
  password: changeOwnPasswordAction,
  endActing: endActingAsMeAction,
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('own'))('title') }
}

/** One's own phone. */
export default async function Page(props: PageProps<'/me'>): Promise<ReactNode> {
  const { done } = await props.searchParams
  return reading(
    async (viewer) => {
      const { may, acting } = badgeOf(viewer)
      const [place, actings] = await Promise.all([findOwn(viewer), listOwnActings(viewer)])
      return { place, actings, may, impersonating: acting !== null }
    },
    (shown) => <OwnPage {...shown} done={ownDeed(done)} actions={actions} />,
  )
}
