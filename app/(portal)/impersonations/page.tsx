import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ImpersonationsPage } from '../../../components/impersonation/impersonations-page.tsx'
import { impersonationPolicyAction, endImpersonationAction } from '../../../lib/actions/impersonation.ts'
import { listImpersonations } from '../../../lib/domain/impersonation/find.ts'
import { badgeOf } from '../../../lib/domain/auth/viewer-badge.ts'
import { renderForViewer } from '../../render-for-viewer.tsx'
import { messagesFor } from '../../messages-for.ts'

const actions = { end: endImpersonationAction, choose: impersonationPolicyAction }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('impersonation.list'))('title') }
}

/** Current and past impersonations. */
export default async function Page(): Promise<ReactNode> {
  const messages = await messagesFor('impersonation')
  return renderForViewer(
    async (viewer) => ({ ...(await listImpersonations(viewer)), may: badgeOf(viewer).may }),
    (found) => (
      <NextIntlClientProvider messages={messages}>
        <ImpersonationsPage {...found} actions={actions} />
      </NextIntlClientProvider>
    ),
  )
}
