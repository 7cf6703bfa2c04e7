import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { messagesFor } from '../../../messages-for.ts'

/** Messages for the settings of the audit log. */
export default async function AuditSettingsLayout({
  children,
}: LayoutProps<'/audit/settings'>): Promise<ReactNode> {
  return <NextIntlClientProvider messages={await messagesFor('audit')}>{children}</NextIntlClientProvider>
}
