import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { CustomerNewPasswordPage } from '../../../components/auth/customer-new-password-page.tsx'
import { CustomerLinkUsedPage } from '../../../components/auth/customer-link-used-page.tsx'
import { recoverAction } from '../../../lib/actions/customer.ts'
import { peekReset } from '../../../lib/domain/customer/recover.ts'
import { textInLinkCookie } from '../../../lib/web/link-cookie.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customer.set'))('title') }
}

/**
 * The page behind the link in Kazoo's recovery mail. Its id is in a cookie by now, not in the URL. Opening
 * the page does not use the link.
 */
export default async function Page(): Promise<ReactNode> {
  const good = await peekReset(await textInLinkCookie('/recover/password'))
  return good ? <CustomerNewPasswordPage action={recoverAction} /> : <CustomerLinkUsedPage />
}
