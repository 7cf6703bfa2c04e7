import { NextIntlClientProvider } from 'next-intl'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { findEntry } from '../../lib/domain/customer/entry.ts'
import { messagesFor } from '../messages-for.ts'

/** Messages for the trial pages, which exist on the portal's own host only. */
export default async function TrialLayout({ children }: LayoutProps<'/trial'>): Promise<ReactNode> {
  if ((await findEntry()) !== 'team') return redirect('/sign-in')
  return <NextIntlClientProvider messages={await messagesFor('trial')}>{children}</NextIntlClientProvider>
}
