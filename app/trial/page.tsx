import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { TrialPage } from '../../components/trial/trial-page.tsx'
import { puzzleAction, startTrialAction } from '../../lib/actions/trial.ts'
import { trialDays } from '../../lib/domain/trial/guard.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('trial'))('title') }
}

/** Where a reseller starts a trial. */
export default function Page(): ReactNode {
  return <TrialPage action={startTrialAction} puzzle={puzzleAction} days={trialDays()} />
}
