import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { messagesFor } from '../../messages-for.ts'

/** Messages for the pages of the brand. */
export default async function BrandLayout({ children }: LayoutProps<'/brand'>): Promise<ReactNode> {
  return <NextIntlClientProvider messages={await messagesFor('brand')}>{children}</NextIntlClientProvider>
}
