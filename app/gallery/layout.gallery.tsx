import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { messagesFor } from '../messages-for.ts'

export const metadata: Metadata = { title: 'Gallery' }

/** Gives the samples the messages of the portal. */
export default async function GalleryLayout({ children }: { children: ReactNode }): Promise<ReactNode> {
  // The gallery renders in the browser what the portal renders on the server.
  const [users, impersonation, settings] = await Promise.all(
    (['users', 'impersonation', 'settings'] as const).map(messagesFor),
  )
  const { orphans, unopenable } = await getMessages()
  const messages = { ...users, ...impersonation, ...settings, orphans, unopenable }
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
}
