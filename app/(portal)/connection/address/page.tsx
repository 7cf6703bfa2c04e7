import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AddressPage } from '../../../../components/connection/address-page.tsx'
import { changeHostAction } from '../../../../lib/actions/connection.ts'
import { findEditableConnection } from '../../../../lib/domain/connection/find.ts'
import { renderForViewer } from '../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('connection.move'))('title') }
}

/** Changes the address of the tenant's Kazoo. */
export default async function Page(): Promise<ReactNode> {
  return renderForViewer(findEditableConnection, (state) => (
    <AddressPage state={state} action={changeHostAction} />
  ))
}
