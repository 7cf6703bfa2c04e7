import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SetPasswordPage } from '../../components/auth/set-password-page.tsx'
import { LinkUsedPage } from '../../components/auth/link-used-page.tsx'
import { setPasswordAction } from '../../lib/actions/recovery.ts'
import { peekLink } from '../../lib/domain/auth/link.ts'
import { linkInCookie } from '../../lib/web/link-cookie.ts'
import { requestOrigin } from '../../lib/web/same-origin.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.set'))('title') }
}

/**
 * The page behind a mailed link to set a password. The token is in a cookie by now, not in the URL. Opening
 * the page does not use the link.
 */
export default async function Page(): Promise<ReactNode> {
  const token = await linkInCookie('/set-password')
  const seen = token === null ? null : await peekLink(token, await requestOrigin())
  if (seen === null) return <LinkUsedPage />
  const { name, email } = seen.member
  return <SetPasswordPage action={setPasswordAction} who={{ name, email }} />
}
