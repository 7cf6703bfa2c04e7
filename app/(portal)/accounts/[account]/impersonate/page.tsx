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

/** Starts an impersonation in an account. */
export default async function Page(props: PageProps<'/accounts/[account]/impersonate'>): Promise<ReactNode> {
  const { account } = await props.params
  const messages = await messagesFor('impersonation')
  return renderForViewer(
    (viewer) => findImpersonationTarget(viewer, account),
    (target) => (
      <NextIntlClientProvider messages={messages}>
        <ImpersonatePage target={target} action={startImpersonationAction} />
      </NextIntlClientProvider>
    ),
  )
}
