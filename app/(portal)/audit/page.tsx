import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AuditPage } from '../../../components/audit/audit-page.tsx'
import { listEvents } from '../../../lib/domain/audit/list.ts'
import { badgeOf } from '../../../lib/domain/auth/viewer-badge.ts'
import { auditQuery, ignoredParams } from '../../../lib/web/audit-query.ts'
import { renderForViewer } from '../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') }
}

/** The audit log, newest first. */
export default async function Page(props: PageProps<'/audit'>): Promise<ReactNode> {
  const params = await props.searchParams
  const query = auditQuery(params)
  const zone = await getTimeZone()
  return renderForViewer(
    async (viewer) => ({ page: await listEvents(viewer, query, zone), may: badgeOf(viewer).may }),
    (found) => <AuditPage {...found} ignored={ignoredParams(params)} />,
  )
}
