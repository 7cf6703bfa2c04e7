import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { RecoveryCodesPage } from '../../../../../components/profile/recovery-codes-page.tsx'
import { renewCodesAction } from '../../../../../lib/actions/profile.ts'
import { recoveryCodesHeading } from '../../../../../lib/domain/member/recovery-codes.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members.security.codes'))('renewTitle') }
}

/** Replaces the recovery codes. */
export default async function Page(): Promise<ReactNode> {
  return renderForViewer(
    (viewer) => Promise.resolve(recoveryCodesHeading(viewer)),
    (owner) => <RecoveryCodesPage action={renewCodesAction} owner={owner} />,
  )
}
