import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { AuthenticatorSetupPage } from '../../../../../components/profile/authenticator-setup-page.tsx'
import { confirmTotpAction } from '../../../../../lib/actions/profile.ts'
import { findTotpSetup } from '../../../../../lib/domain/member/factors.ts'
import { isFresh } from '../../../../../lib/domain/member/require-step-up.ts'
import { recoveryCodesHeading } from '../../../../../lib/domain/member/recovery-codes.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members.security.setup'))('title') }
}

/** Sets up an authenticator app. Its secret is shown only after a recent password check. */
export default async function Page(): Promise<ReactNode> {
  return renderForViewer(
    async (viewer) => {
      if (!isFresh(viewer)) redirect('/prove?next=/profile/security/app')
      return { setup: await findTotpSetup(viewer), owner: recoveryCodesHeading(viewer) }
    },
    (shown) => <AuthenticatorSetupPage {...shown} action={confirmTotpAction} />,
  )
}
