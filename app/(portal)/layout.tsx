import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { Shell } from '../../components/shell.tsx'
import { badgeOf } from '../../lib/domain/badge.ts'
import { reading } from '../reading.tsx'
import { wordsFor } from '../words-for.ts'

/** The frame around everything that needs a viewer. */
export default async function PortalLayout({ children }: LayoutProps<'/'>): Promise<ReactNode> {
  const messages = await wordsFor('portal')
  return reading(
    (viewer) => Promise.resolve(badgeOf(viewer)),
    (viewer) => (
      <NextIntlClientProvider messages={messages}>
        <Shell viewer={viewer}>{children}</Shell>
      </NextIntlClientProvider>
    ),
  )
}
