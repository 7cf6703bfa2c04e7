import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { OutPage } from '../../../../components/audit/out-page.tsx'
import {
  keepTrailAction,
  sendTrailAction,
  stopTrailAction,
  testTrailAction,
} from '../../../../lib/actions/audit.ts'
import { findAuditSettings } from '../../../../lib/domain/audit/settings.ts'
import { AUDIT_DEEDS } from '../../../../lib/views/audit.ts'
import { reading } from '../../../reading.tsx'

const actions = { keep: keepTrailAction, send: sendTrailAction, test: testTrailAction, stop: stopTrailAction }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('out.title') }
}

/** For how long the trail is kept, and where it is sent. */
export default async function Page(props: PageProps<'/audit/out'>): Promise<ReactNode> {
  const { done } = await props.searchParams
  return reading(findAuditSettings, (settings) => (
    <OutPage
      key={JSON.stringify([settings.keepDays, settings.out?.kind, settings.out?.address])}
      settings={settings}
      done={AUDIT_DEEDS.find((deed) => deed === done) ?? null}
      actions={actions}
    />
  ))
}
