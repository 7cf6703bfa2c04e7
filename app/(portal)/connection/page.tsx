import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ConnectionPage } from '../../../components/connection/connection-page.tsx'
import {
  askForRemovalAction,
  cancelRemovalAction,
  disconnectAction,
  fetchKeyAction,
  goLiveAction,
} from '../../../lib/actions/connection.ts'
import { badgeOf } from '../../../lib/domain/auth/viewer-badge.ts'
import { findConnection } from '../../../lib/domain/connection/find.ts'
import { findKazooStatus } from '../../../lib/domain/connection/kazoo-status.ts'
import { CONNECTION_FLASHES } from '../../../lib/views/connection.ts'
import { flashIn } from '../../../lib/views/flash.ts'
import { renderForViewer } from '../../render-for-viewer.tsx'

const actions = {
  goLive: goLiveAction,
  fetchKey: fetchKeyAction,
  disconnect: disconnectAction,
  askForRemoval: askForRemovalAction,
  cancelRemoval: cancelRemovalAction,
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('connection'))('title') }
}

/** The tenant's connection to Kazoo. */
export default async function Page(props: PageProps<'/connection'>): Promise<ReactNode> {
  const { done } = await props.searchParams
  return renderForViewer(
    async (viewer) => {
      const state = await findConnection(viewer)
      return { state, now: findKazooStatus(viewer), may: badgeOf(viewer).may }
    },
    ({ state, ...rest }) => (
      // A new key closes the dialog of the action that was done.
      <ConnectionPage
        key={[state.credentials, state.heldSince, state.removalAt].join(' ')}
        state={state}
        {...rest}
        done={flashIn(CONNECTION_FLASHES, done)}
        actions={actions}
      />
    ),
  )
}
