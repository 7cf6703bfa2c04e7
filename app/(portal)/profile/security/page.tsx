import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SecurityPage } from '../../../../components/profile/security-page.tsx'
import {
  beginTotpAction,
  changePasswordAction,
  endTotpAction,
  removePasskeyAction,
} from '../../../../lib/actions/profile.ts'
import { badgeOf } from '../../../../lib/domain/auth/viewer-badge.ts'
import { findFactors } from '../../../../lib/domain/member/factors.ts'
import { SECURITY_FLASHES } from '../../../../lib/views/member.ts'
import { flashIn } from '../../../../lib/views/flash.ts'
import { renderForViewer } from '../../../render-for-viewer.tsx'

const actions = {
  changePassword: changePasswordAction,
  beginTotp: beginTotpAction,
  endTotp: endTotpAction,
  removePasskey: removePasskeyAction,
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members.profile.tabs'))('security') }
}

/** The viewer's password and second factors. */
export default async function Page(props: PageProps<'/profile/security'>): Promise<ReactNode> {
  const { done } = await props.searchParams
  return renderForViewer(
    async (viewer) => ({ email: badgeOf(viewer).email, factors: await findFactors(viewer) }),
    (own) => <SecurityPage {...own} done={flashIn(SECURITY_FLASHES, done)} actions={actions} />,
  )
}
