import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { wordsFor } from '../../../words-for.ts'

/** Words for the pages of domains. */
export default async function DomainsLayout({ children }: LayoutProps<'/brand/domains'>): Promise<ReactNode> {
  return <NextIntlClientProvider messages={await wordsFor('domains')}>{children}</NextIntlClientProvider>
}
