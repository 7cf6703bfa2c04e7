import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { wordsFor } from '../words-for.ts'

/** Words for customers who are not in yet. */
export default async function RecoverLayout({ children }: LayoutProps<'/recover'>): Promise<ReactNode> {
  return <NextIntlClientProvider messages={await wordsFor('customer')}>{children}</NextIntlClientProvider>
}
