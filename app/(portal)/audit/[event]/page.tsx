import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AuditEventPage } from '../../../../components/audit/audit-event-page.tsx'
import { findEvent } from '../../../../lib/domain/audit/list.ts'
import { badgeOf } from '../../../../lib/domain/auth/viewer-badge.ts'
import { renderForViewer } from '../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('event.title') }
}

/** An event of the audit log. */
export default async function Page(props: PageProps<'/audit/[event]'>): Promise<ReactNode> {
  const [{ event }, { done }] = await Promise.all([props.params, props.searchParams])
  return renderForViewer(
    async (viewer) => ({ event: await findEvent(viewer, event), may: badgeOf(viewer).may }),
    (found) => <AuditEventPage {...found} reverted={done === 'reverted'} />,
  )
}
