import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { TrialSentPage } from '../../../components/trial/trial-sent-page.tsx'
import { askForResetAction } from '../../../lib/actions/recovery.ts'
import { mailedAddress } from '../../../lib/web/trial-cookie.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('trial.sent'))('title') }
}

/** Shown after the trial form: check your inbox. */
export default async function Page(): Promise<ReactNode> {
  return <TrialSentPage action={askForResetAction} email={await mailedAddress()} />
}
