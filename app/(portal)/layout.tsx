import { NextIntlClientProvider } from 'next-intl'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { ImpersonationBar } from '../../components/impersonation/impersonation-bar.tsx'
import { TenantStatusLine } from '../../components/shell/tenant-status-line.tsx'
import { Shell } from '../../components/shell/shell.tsx'
import { undoAction } from '../../lib/actions/audit.ts'
import { endOwnImpersonationAction } from '../../lib/actions/impersonation.ts'
import { chooseLanguageAction, secondsLeftAction, stayAction } from '../../lib/actions/shell.ts'
import { stepUpAction } from '../../lib/actions/step-up.ts'
import { confinedTo } from '../../lib/domain/account/confined.ts'
import { badgeOf } from '../../lib/domain/auth/viewer-badge.ts'
import { tenantStatusOf } from '../../lib/domain/connection/tenant-status.ts'
import { sessionTimes } from '../../lib/domain/auth/session-times.ts'
import { renderForViewer } from '../render-for-viewer.tsx'
import { impersonationMetadata } from '../impersonation-metadata.ts'
import { messagesFor } from '../messages-for.ts'

const actions = {
  chooseLanguage: chooseLanguageAction,
  secondsLeft: secondsLeftAction,
  stay: stayAction,
  stepUp: stepUpAction,
  undo: undoAction,
}

/** The tab of an impersonation differs from the member's own. */
export async function generateMetadata(): Promise<Metadata> {
  return impersonationMetadata()
}

/** The frame of every page that needs a viewer. */
export default async function PortalLayout({ children }: LayoutProps<'/'>): Promise<ReactNode> {
  const messages = await messagesFor('portal')
  return renderForViewer(
    async (viewer) => ({
      frame: {
        viewer: badgeOf(viewer),
        account: await confinedTo(viewer),
        times: sessionTimes(viewer),
      },
      status: tenantStatusOf(viewer),
    }),
    ({ frame, status }) => (
      <NextIntlClientProvider messages={messages}>
        <Shell
          {...frame}
          actions={actions}
          banner={
            frame.viewer.impersonation && (
              <ImpersonationBar impersonation={frame.viewer.impersonation} end={endOwnImpersonationAction} />
            )
          }
          notice={status && <TenantStatusLine status={status} may={frame.viewer.may} />}
        >
          {children}
        </Shell>
      </NextIntlClientProvider>
    ),
  )
}
