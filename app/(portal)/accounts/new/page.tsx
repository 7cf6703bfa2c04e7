import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NewAccountPage } from '../../../../components/accounts/new-account-page.tsx'
import { createAccountAction } from '../../../../lib/actions/accounts.ts'
import { findAccountToCreateIn } from '../../../../lib/domain/account/find.ts'
import { renderForViewer } from '../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('accounts.new') }
}

/** Creates an account directly below the viewer's own. */
export default async function Page(): Promise<ReactNode> {
  return renderForViewer(
    (viewer) => findAccountToCreateIn(viewer, null),
    (parent) => <NewAccountPage {...parent} action={createAccountAction} />,
  )
}
