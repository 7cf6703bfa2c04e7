import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActingsPage } from '../../../components/acting/actings-page.tsx'
import { actingPolicyAction, endActingAction } from '../../../lib/actions/acting.ts'
import { listActings } from '../../../lib/domain/acting/find.ts'
import { badgeOf } from '../../../lib/domain/badge.ts'
import { reading } from '../../reading.tsx'
import { wordsFor } from '../../words-for.ts'

const actions = { end: endActingAction, choose: actingPolicyAction }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('acting.list'))('title') }
}

/** Who acts as whom. */
export default async function Page(): Promise<ReactNode> {
  const messages = await wordsFor('acting')
  return reading(
    async (viewer) => ({ ...(await listActings(viewer)), may: badgeOf(viewer).may }),
    (found) => (
      <NextIntlClientProvider messages={messages}>
        <ActingsPage {...found} actions={actions} />
      </NextIntlClientProvider>
    ),
  )
}
