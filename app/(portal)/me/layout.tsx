import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { messagesFor } from '../../messages-for.ts'

/** Messages for the viewer's own phone settings. */
export default async function SelfServiceLayout({ children }: LayoutProps<'/me'>): Promise<ReactNode> {
  return (
    <NextIntlClientProvider messages={await messagesFor('selfService')}>{children}</NextIntlClientProvider>
  )
}
