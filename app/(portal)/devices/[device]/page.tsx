import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { HistoryPanel } from '../../../../components/audit/audit-history.tsx'
import { DeviceFrame } from '../../../../components/devices/device-frame.tsx'
import { DeviceOverview } from '../../../../components/devices/device-overview.tsx'
import { rebootDeviceAction, removeDeviceAction } from '../../../../lib/actions/devices.ts'
import { historyForPage } from '../../../../lib/domain/audit/list.ts'
import { badgeOf } from '../../../../lib/domain/auth/viewer-badge.ts'
import { findDevice } from '../../../../lib/domain/device/find.ts'
import { DEVICE_FLASHES } from '../../../../lib/views/device.ts'
import { flashIn } from '../../../../lib/views/flash.ts'
import { renderForViewer } from '../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('devices.title') }
}

const actions = { reboot: rebootDeviceAction, remove: removeDeviceAction }

/** A device: whether calls reach it, what it is, and what was changed last. */
export default async function Page(props: PageProps<'/devices/[device]'>): Promise<ReactNode> {
  const { device } = await props.params
  const { done } = await props.searchParams
  return renderForViewer(
    async (viewer) => ({
      page: await findDevice(viewer, device),
      viewer: badgeOf(viewer),
      history: historyForPage(viewer, 'device', device, 3),
    }),
    ({ page, viewer, history }) => (
      <DeviceFrame header={page.header} current="overview" {...{ viewer, actions }}>
        <DeviceOverview
          {...page}
          viewer={viewer}
          done={flashIn(DEVICE_FLASHES, done)}
          history={history && <HistoryPanel history={history} more={`/devices/${device}/history`} />}
        />
      </DeviceFrame>
    ),
  )
}
