import './globals.css'
import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale } from 'next-intl/server'
import { cookies, headers } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { brandedEntry, OWN_ENTRY } from '../components/brand/entry-slots.tsx'
import { EntryCard, BrandProvider } from '../components/brand/brand-context.tsx'
import { SignInLayout } from '../components/brand/sign-in-layout.tsx'
import { BrandMarkdown } from '../components/brand/brand-markdown.tsx'
import { TimeZoneRefresh } from '../components/shell/time-zone-refresh.tsx'
import { TimeZoneScript } from '../components/shell/time-zone-script.tsx'
import { THEME_COOKIE, themeOf } from '../components/shell/theme-choice.ts'
import { languageIn } from '../lib/views/language.ts'
import type { BrandTheme, BrandThemeColours } from '../lib/views/brand.ts'
import { currentTheme } from '../lib/web/brand-theme.ts'
import { latin } from './font.ts'
import { messagesFor } from './messages-for.ts'

export async function generateMetadata(): Promise<Metadata> {
  const theme = await currentTheme()
  const name = theme?.name ?? 'Portal'
  return {
    title: { default: name, template: `%s · ${name}` },
    robots: { index: false, follow: false },
    // The Referrer-Policy header says no-referrer to all others; our own forms need the Origin that it would
    // remove (decision 006).
    referrer: 'same-origin',
    icons: theme?.icons
      ? {
          icon: [
            { url: theme.icons[32], sizes: '32x32', type: 'image/png' },
            { url: theme.icons[192], sizes: '192x192', type: 'image/png' },
          ],
          apple: { url: theme.icons[180], sizes: '180x180' },
        }
      : { icon: { url: '/brand-images/mark.svg', type: 'image/svg+xml' } },
  }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

/** Every page is rendered per request, because of its nonce and the brand of its host. */
export default async function RootLayout({ children }: { children: ReactNode }): Promise<ReactNode> {
  await connection()
  const theme = await currentTheme()
  const brand = theme && brandOf(theme)
  const slots = theme && brand ? brandedEntry(brand, <BrandMarkdown text={theme.welcome} />) : OWN_ENTRY
  const entry = (
    <SignInLayout {...slots} height="min-h-dvh">
      <EntryCard />
    </SignInLayout>
  )
  return (
    <html
      lang={languageIn(await getLocale())}
      data-theme={themeOf((await cookies()).get(THEME_COOKIE)?.value)}
      className={latin.variable}
      style={theme?.properties}
    >
      <body>
        <TimeZoneScript nonce={(await headers()).get('x-nonce') ?? ''} />
        <NextIntlClientProvider messages={await messagesFor('entry')}>
          <BrandProvider pageBrand={{ brand, head: slots.head, entry }}>{children}</BrandProvider>
          <TimeZoneRefresh />
        </NextIntlClientProvider>
      </body>
    </html>
  )
}

function brandOf({ name, images, support, legal }: BrandThemeColours): BrandTheme {
  return { name, images, support, legal }
}
