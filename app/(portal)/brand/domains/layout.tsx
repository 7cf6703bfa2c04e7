import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { messagesFor } from '../../../messages-for.ts'

/** Messages for the pages of custom domains. */
export default async function DomainsLayout({ children }: LayoutProps<'/brand/domains'>): Promise<ReactNode> {
  return (
    <NextIntlClientProvider messages={await messagesFor('customDomains')}>{children}</NextIntlClientProvider>
  )
}
