import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { HistoryPanel } from '../../../../../components/audit/audit-history.tsx'
import { DeviceFrame } from '../../../../../components/devices/device-frame.tsx'
import { rebootDeviceAction, removeDeviceAction } from '../../../../../lib/actions/devices.ts'
import { historyForPage } from '../../../../../lib/domain/audit/list.ts'
import { badgeOf } from '../../../../../lib/domain/auth/viewer-badge.ts'
import { findDeviceHeader } from '../../../../../lib/domain/device/find.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('devices.page.history') }
}

const actions = { reboot: rebootDeviceAction, remove: removeDeviceAction }

/** What was changed on a device. */
export default async function Page(props: PageProps<'/devices/[device]/history'>): Promise<ReactNode> {
  const { device } = await props.params
  return renderForViewer(
    async (viewer) => ({
      header: await findDeviceHeader(viewer, device, 'audit.read'),
      viewer: badgeOf(viewer),
      history: historyForPage(viewer, 'device', device, 50),
    }),
    ({ header, viewer, history }) => (
      <DeviceFrame current="history" {...{ header, viewer, actions }}>
        {history !== null && <HistoryPanel history={history} />}
      </DeviceFrame>
    ),
  )
}
