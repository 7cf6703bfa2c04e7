import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { wordsFor } from '../../words-for.ts'

/** Words for one's own pages. */
export default async function ProfileLayout({ children }: LayoutProps<'/profile'>): Promise<ReactNode> {
  return <NextIntlClientProvider messages={await wordsFor('members')}>{children}</NextIntlClientProvider>
}
