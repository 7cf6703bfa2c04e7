import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { wordsFor } from '../../words-for.ts'

/** Words for one's own phone. */
export default async function OwnLayout({ children }: LayoutProps<'/me'>): Promise<ReactNode> {
  return <NextIntlClientProvider messages={await wordsFor('own')}>{children}</NextIntlClientProvider>
}
