import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ConfirmEmailPage } from '../../components/auth/confirm-email-page.tsx'
import { confirmEmailAction } from '../../lib/actions/profile.ts'
import { findPendingEmail } from '../../lib/domain/member/profile.ts'
import { linkInCookie } from '../../lib/web/link-cookie.ts'
import { requestOrigin } from '../../lib/web/same-origin.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.confirm'))('title') }
}

/** The page behind the link that is mailed to a new address. Opening the page does not use the link. */
export default async function Page(props: PageProps<'/confirm-email'>): Promise<ReactNode> {
  const { done } = await props.searchParams
  const token = await linkInCookie('/confirm-email')
  const seen = token === null ? null : await findPendingEmail(token, await requestOrigin())
  return (
    <ConfirmEmailPage
      action={confirmEmailAction}
      state={seen ?? (token === null && done !== undefined ? 'done' : 'spent')}
    />
  )
}
