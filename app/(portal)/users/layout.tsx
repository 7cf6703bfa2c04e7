import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { messagesFor } from '../../messages-for.ts'

/** Messages for the pages of users. */
export default async function UsersLayout({ children }: LayoutProps<'/users'>): Promise<ReactNode> {
  return <NextIntlClientProvider messages={await messagesFor('users')}>{children}</NextIntlClientProvider>
}
