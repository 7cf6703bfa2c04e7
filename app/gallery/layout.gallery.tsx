import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { wordsFor } from '../words-for.ts'

export const metadata: Metadata = { title: 'Gallery' }

/** The parts say their words here as they do in the portal. */
export default async function GalleryLayout({ children }: { children: ReactNode }): Promise<ReactNode> {
  // The gallery draws in the browser what the portal draws on the server.
  const [users, acting, settings] = await Promise.all(
    (['users', 'acting', 'settings'] as const).map(wordsFor),
  )
  const messages = { ...users, ...acting, ...settings }
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
}
