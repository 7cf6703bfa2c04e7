import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { wordsFor } from '../../../words-for.ts'

/** Words for the forms of the trail. */
export default async function AuditOutLayout({ children }: LayoutProps<'/audit/out'>): Promise<ReactNode> {
  return <NextIntlClientProvider messages={await wordsFor('audit')}>{children}</NextIntlClientProvider>
}
