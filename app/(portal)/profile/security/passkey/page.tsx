import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NewPasskeyPage } from '../../../../../components/profile/new-passkey-page.tsx'
import { addPasskeyAction, beginPasskeyAction } from '../../../../../lib/actions/profile.ts'
import { recoveryCodesHeading } from '../../../../../lib/domain/member/recovery-codes.ts'
import { listSessions } from '../../../../../lib/domain/member/sessions.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'

const actions = { begin: beginPasskeyAction, add: addPasskeyAction }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members.security.newPasskey'))('title') }
}

/** Adds a passkey; this browser's name is suggested for it. */
export default async function Page(): Promise<ReactNode> {
  return renderForViewer(
    async (viewer) => {
      const here = (await listSessions(viewer)).find(({ current }) => current)
      return { owner: recoveryCodesHeading(viewer), device: here?.device ?? null }
    },
    (own) => <NewPasskeyPage actions={actions} {...own} />,
  )
}
