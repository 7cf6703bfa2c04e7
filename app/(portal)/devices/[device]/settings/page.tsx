import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SettingsPage } from '../../../../../components/schema-form/settings-page.tsx'
import { LinkButton } from '../../../../../components/ui/link-button.tsx'
import { editDeviceSettingsAction } from '../../../../../lib/actions/schema.ts'
import { badgeOf } from '../../../../../lib/domain/auth/viewer-badge.ts'
import { findSettings } from '../../../../../lib/domain/schema/find.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'
import { messagesFor } from '../../../../messages-for.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('schema'))('title') }
}

/** All settings of a device, by the schema of the tenant's Kazoo. */
export default async function Page(props: PageProps<'/devices/[device]/settings'>): Promise<ReactNode> {
  const { device } = await props.params
  const [messages, t] = await Promise.all([messagesFor('settings'), getTranslations('schema')])
  return renderForViewer(
    async (viewer) => ({ page: await findSettings(viewer, 'device', device), may: badgeOf(viewer).may }),
    ({ page, may }) => (
      <NextIntlClientProvider messages={messages}>
        <SettingsPage
          page={page}
          noun="device"
          editable={may.includes('device.edit')}
          action={editDeviceSettingsAction}
          back={<LinkButton href={`/devices/${device}`}>{t('back')}</LinkButton>}
        />
      </NextIntlClientProvider>
    ),
  )
}
