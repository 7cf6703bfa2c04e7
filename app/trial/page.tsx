import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { TrialPage } from '../../components/trial/trial-page.tsx'
import { puzzleAction, startTrialAction } from '../../lib/actions/trial.ts'
import { findEntry } from '../../lib/domain/customer/entry.ts'
import { trialDays } from '../../lib/domain/trial/guard.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('trial'))('title') }
}

/** Where a reseller begins: on the portal's own host, and on no tenant's domain. */
export default async function Page(): Promise<ReactNode> {
  if ((await findEntry()) !== 'team') return redirect('/sign-in')
  return <TrialPage action={startTrialAction} puzzle={puzzleAction} days={trialDays()} />
}
