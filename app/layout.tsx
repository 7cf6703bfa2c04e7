import './globals.css'
import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale } from 'next-intl/server'
import { cookies } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { THEME_COOKIE, themeOf } from '../components/theme-choice.ts'
import { wordsFor } from './words-for.ts'

export const metadata: Metadata = {
  title: { default: 'Portal', template: '%s · Portal' },
  robots: { index: false, follow: false },
  // The header says no-referrer to everybody else; our own forms need the Origin that it would take away (docs/decisions/006).
  referrer: 'same-origin',
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

/** Every page is rendered for its request: none may be kept without its nonce. */
export default async function RootLayout({ children }: { children: ReactNode }): Promise<ReactNode> {
  await connection()
  return (
    <html lang={await getLocale()} data-theme={themeOf((await cookies()).get(THEME_COOKIE)?.value)}>
      <body>
        <NextIntlClientProvider messages={await wordsFor('entry')}>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}
