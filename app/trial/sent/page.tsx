import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { TrialSentPage } from '../../../components/trial/trial-sent-page.tsx'
import { askForResetAction } from '../../../lib/actions/recovery.ts'
import { findEntry } from '../../../lib/domain/customer/entry.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('trial.sent'))('title') }
}

/** After the form of a trial: look into your inbox. */
export default async function Page(): Promise<ReactNode> {
  if ((await findEntry()) !== 'team') return redirect('/sign-in')
  return <TrialSentPage action={askForResetAction} />
}
