import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { messagesFor } from '../../messages-for.ts'

/** Messages for the profile pages. */
export default async function ProfileLayout({ children }: LayoutProps<'/profile'>): Promise<ReactNode> {
  return <NextIntlClientProvider messages={await messagesFor('members')}>{children}</NextIntlClientProvider>
}
