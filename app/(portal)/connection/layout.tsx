import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { messagesFor } from '../../messages-for.ts'

/** Messages for the pages of the connection. */
export default async function ConnectionLayout({ children }: LayoutProps<'/connection'>): Promise<ReactNode> {
  return (
    <NextIntlClientProvider messages={await messagesFor('connection')}>{children}</NextIntlClientProvider>
  )
}
