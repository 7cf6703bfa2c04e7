import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { WithAuditHistory } from '../../../../components/audit/audit-history.tsx'
import { DevicePage } from '../../../../components/devices/device-page.tsx'
import {
  editDeviceAction,
  rebootDeviceAction,
  removeDeviceAction,
  revealSipPasswordAction,
} from '../../../../lib/actions/devices.ts'
import { historyForPage } from '../../../../lib/domain/audit/list.ts'
import { badgeOf } from '../../../../lib/domain/auth/viewer-badge.ts'
import { findDevice } from '../../../../lib/domain/device/find.ts'
import { renderForViewer } from '../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('devices.title') }
}

const actions = {
  edit: editDeviceAction,
  reboot: rebootDeviceAction,
  remove: removeDeviceAction,
  reveal: revealSipPasswordAction,
}

/** A device and the form to edit it. */
export default async function Page(props: PageProps<'/devices/[device]'>): Promise<ReactNode> {
  const { device } = await props.params
  return renderForViewer(
    async (viewer) => ({
      ...(await findDevice(viewer, device)),
      viewer: badgeOf(viewer),
      history: historyForPage(viewer, 'device', device),
    }),
    ({ history, ...page }) => (
      <WithAuditHistory history={history}>
        <DevicePage {...page} actions={actions} />
      </WithAuditHistory>
    ),
  )
}
