import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActPage } from '../../../../../components/acting/act-page.tsx'
import { beginActingAction } from '../../../../../lib/actions/acting.ts'
import { findActingTarget } from '../../../../../lib/domain/acting/target.ts'
import { reading } from '../../../../reading.tsx'
import { wordsFor } from '../../../../words-for.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('acting.begin'))('title') }
}

/** Where somebody begins to act as a user. */
export default async function Page(props: PageProps<'/users/[user]/act'>): Promise<ReactNode> {
  const { user } = await props.params
  const messages = await wordsFor('acting')
  return reading(
    (viewer) => findActingTarget(viewer, user),
    (target) => (
      <NextIntlClientProvider messages={messages}>
        <ActPage target={target} action={beginActingAction} />
      </NextIntlClientProvider>
    ),
  )
}
