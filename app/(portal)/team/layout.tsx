import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { messagesFor } from '../../messages-for.ts'

/** Messages for the pages of the team. */
export default async function TeamLayout({ children }: LayoutProps<'/team'>): Promise<ReactNode> {
  return <NextIntlClientProvider messages={await messagesFor('members')}>{children}</NextIntlClientProvider>
}
