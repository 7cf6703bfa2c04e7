import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ImpersonatePage } from '../../../../../components/impersonation/impersonate-page.tsx'
import { startImpersonationAction } from '../../../../../lib/actions/impersonation.ts'
import { findImpersonationTarget } from '../../../../../lib/domain/impersonation/find-target.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'
import { messagesFor } from '../../../../messages-for.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('impersonation.start'))('title') }
}

/** Starts an impersonation of a user. */
export default async function Page(props: PageProps<'/users/[user]/impersonate'>): Promise<ReactNode> {
  const { user } = await props.params
  const messages = await messagesFor('impersonation')
  return renderForViewer(
    (viewer) => findImpersonationTarget(viewer, user),
    (target) => (
      <NextIntlClientProvider messages={messages}>
        <ImpersonatePage target={target} action={startImpersonationAction} />
      </NextIntlClientProvider>
    ),
  )
}
