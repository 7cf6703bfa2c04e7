import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { messagesFor } from '../messages-for.ts'

/** Messages for customers who are not signed in. */
export default async function RecoverLayout({ children }: LayoutProps<'/recover'>): Promise<ReactNode> {
  return <NextIntlClientProvider messages={await messagesFor('customer')}>{children}</NextIntlClientProvider>
}
