import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AuditSettingsPage } from '../../../../components/audit/audit-settings-page.tsx'
import {
  setRetentionAction,
  setForwardingAction,
  stopForwardingAction,
  testForwardingAction,
} from '../../../../lib/actions/audit.ts'
import { findAuditSettings } from '../../../../lib/domain/audit/settings.ts'
import { AUDIT_FLASHES } from '../../../../lib/views/audit.ts'
import { flashIn } from '../../../../lib/views/flash.ts'
import { renderForViewer } from '../../../render-for-viewer.tsx'

const actions = {
  setRetention: setRetentionAction,
  setForwarding: setForwardingAction,
  test: testForwardingAction,
  stop: stopForwardingAction,
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('settings.title') }
}

/** Retention and forwarding of the audit log. */
export default async function Page(props: PageProps<'/audit/settings'>): Promise<ReactNode> {
  const { done } = await props.searchParams
  return renderForViewer(findAuditSettings, (settings) => (
    <AuditSettingsPage
      key={JSON.stringify([settings.retentionDays, settings.forwarding?.kind, settings.forwarding?.address])}
      settings={settings}
      done={flashIn(AUDIT_FLASHES, done)}
      actions={actions}
    />
  ))
}
