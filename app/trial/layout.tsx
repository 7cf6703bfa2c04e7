import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { wordsFor } from '../words-for.ts'

/** Words for the pages on which a trial begins. */
export default async function TrialLayout({ children }: LayoutProps<'/trial'>): Promise<ReactNode> {
  return <NextIntlClientProvider messages={await wordsFor('trial')}>{children}</NextIntlClientProvider>
}
