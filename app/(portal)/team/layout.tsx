import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { wordsFor } from '../../words-for.ts'

/** Words for the pages of the team. */
export default async function TeamLayout({ children }: LayoutProps<'/team'>): Promise<ReactNode> {
  return <NextIntlClientProvider messages={await wordsFor('members')}>{children}</NextIntlClientProvider>
}
