import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DeviceForm } from '../../../../../components/devices/device-form.tsx'
import { DeviceFrame } from '../../../../../components/devices/device-frame.tsx'
import {
  editDeviceAction,
  rebootDeviceAction,
  removeDeviceAction,
  revealSipPasswordAction,
} from '../../../../../lib/actions/devices.ts'
import { badgeOf } from '../../../../../lib/domain/auth/viewer-badge.ts'
import { findDevice } from '../../../../../lib/domain/device/find.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('devices.page.settings') }
}

const actions = { reboot: rebootDeviceAction, remove: removeDeviceAction }

/** The form to edit a device. */
export default async function Page(props: PageProps<'/devices/[device]/settings'>): Promise<ReactNode> {
  const { device } = await props.params
  return renderForViewer(
    async (viewer) => ({ page: await findDevice(viewer, device), viewer: badgeOf(viewer) }),
    ({ page, viewer }) => (
      <DeviceFrame header={page.header} current="settings" {...{ viewer, actions }}>
        <DeviceForm
          device={page.device}
          owners={page.owners}
          action={editDeviceAction}
          reveal={viewer.may.includes('device.reveal') ? revealSipPasswordAction : null}
          editable={viewer.may.includes('device.edit')}
          impersonating={viewer.impersonation !== null}
        />
      </DeviceFrame>
    ),
  )
}
