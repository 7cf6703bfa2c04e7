import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { messagesFor } from '../../messages-for.ts'

/** Words for one's own phone. */
export default async function SelfServiceLayout({ children }: LayoutProps<'/me'>): Promise<ReactNode> {
  return (
    <NextIntlClientProvider messages={await messagesFor('selfService')}>{children}</NextIntlClientProvider>
  )
}
