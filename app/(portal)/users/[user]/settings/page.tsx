import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SettingsPage } from '../../../../../components/schema-form/settings-page.tsx'
import { LinkButton } from '../../../../../components/ui/link-button.tsx'
import { editUserSettingsAction } from '../../../../../lib/actions/schema.ts'
import { badgeOf } from '../../../../../lib/domain/auth/viewer-badge.ts'
import { findSettings } from '../../../../../lib/domain/schema/find.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'
import { messagesFor } from '../../../../messages-for.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('schema'))('title') }
}

/** All settings of a user, by the schema of the tenant's Kazoo. */
export default async function Page(props: PageProps<'/users/[user]/settings'>): Promise<ReactNode> {
  const { user } = await props.params
  const [messages, t] = await Promise.all([messagesFor('settings'), getTranslations('schema')])
  return renderForViewer(
    async (viewer) => ({ page: await findSettings(viewer, 'user', user), may: badgeOf(viewer).may }),
    ({ page, may }) => (
      <NextIntlClientProvider messages={messages}>
        <SettingsPage
          page={page}
          noun="user"
          editable={may.includes('user.edit')}
          action={editUserSettingsAction}
          back={<LinkButton href={`/users/${user}`}>{t('back')}</LinkButton>}
        />
      </NextIntlClientProvider>
    ),
  )
}
