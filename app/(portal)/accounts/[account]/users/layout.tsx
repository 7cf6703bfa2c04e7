import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { wordsFor } from '../../../../words-for.ts'

/** Words for the pages of people. */
export default async function UsersLayout({
  children,
}: LayoutProps<'/accounts/[account]/users'>): Promise<ReactNode> {
  return <NextIntlClientProvider messages={await wordsFor('users')}>{children}</NextIntlClientProvider>
}
