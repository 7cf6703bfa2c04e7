import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SelfServicePage } from '../../../components/self-service/self-service-page.tsx'
import { endImpersonationOfMeAction } from '../../../lib/actions/impersonation.ts'
import {
  changeOwnPasswordAction,
  editForwardAction,
  editOwnBoxAction,
} from '../../../lib/actions/self-service.ts'
import { listOwnImpersonations } from '../../../lib/domain/impersonation/find.ts'
import { badgeOf } from '../../../lib/domain/auth/viewer-badge.ts'
import { findSelfService } from '../../../lib/domain/self-service/find.ts'
import { flashIn } from '../../../lib/views/flash.ts'
import { SELF_SERVICE_FLASHES } from '../../../lib/views/self-service.ts'
import { renderForViewer } from '../../render-for-viewer.tsx'

const actions = {
  forward: editForwardAction,
  box: editOwnBoxAction,
  password: changeOwnPasswordAction,
  endImpersonation: endImpersonationOfMeAction,
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('selfService'))('title') }
}

/** The viewer's own phone settings. */
export default async function Page(props: PageProps<'/me'>): Promise<ReactNode> {
  const { done } = await props.searchParams
  return renderForViewer(
    async (viewer) => {
      const { may, impersonation } = badgeOf(viewer)
      const [page, impersonations] = await Promise.all([
        findSelfService(viewer),
        listOwnImpersonations(viewer),
      ])
      return { page, impersonations, may, impersonating: impersonation !== null }
    },
    (shown) => <SelfServicePage {...shown} done={flashIn(SELF_SERVICE_FLASHES, done)} actions={actions} />,
  )
}
