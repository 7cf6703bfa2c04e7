import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DeviceFrame } from '../../../../../../components/devices/device-frame.tsx'
import { SettingsPage } from '../../../../../../components/schema-form/settings-page.tsx'
import { rebootDeviceAction, removeDeviceAction } from '../../../../../../lib/actions/devices.ts'
import { editDeviceSettingsAction } from '../../../../../../lib/actions/schema.ts'
import { badgeOf } from '../../../../../../lib/domain/auth/viewer-badge.ts'
import { findSettings } from '../../../../../../lib/domain/schema/find.ts'
import { renderForViewer } from '../../../../../render-for-viewer.tsx'
import { messagesFor } from '../../../../../messages-for.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('schema'))('title') }
}

const actions = { reboot: rebootDeviceAction, remove: removeDeviceAction }

/** All settings of a device, by the schema of the tenant's Kazoo. */
export default async function Page(props: PageProps<'/devices/[device]/settings/all'>): Promise<ReactNode> {
  const { device } = await props.params
  const messages = await messagesFor('settings')
  return renderForViewer(
    async (viewer) => ({ page: await findSettings(viewer, 'device', device), viewer: badgeOf(viewer) }),
    ({ page: { header, draft }, viewer }) => (
      <DeviceFrame current="every" {...{ header, viewer, actions }}>
        <NextIntlClientProvider messages={messages}>
          <SettingsPage
            id={header.id}
            draft={draft}
            noun="device"
            editable={viewer.may.includes('device.edit')}
            action={editDeviceSettingsAction}
          />
        </NextIntlClientProvider>
      </DeviceFrame>
    ),
  )
}
