import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { wordsFor } from '../../words-for.ts'

/** Words for the pages of the connection. */
export default async function ConnectionLayout({ children }: LayoutProps<'/connection'>): Promise<ReactNode> {
  return <NextIntlClientProvider messages={await wordsFor('connection')}>{children}</NextIntlClientProvider>
}
