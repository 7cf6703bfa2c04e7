import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SettingsPage } from '../../../../../../components/schema-form/settings-page.tsx'
import { UserFrame } from '../../../../../../components/users/user-frame.tsx'
import { editUserSettingsAction } from '../../../../../../lib/actions/schema.ts'
import { badgeOf } from '../../../../../../lib/domain/auth/viewer-badge.ts'
import { findSettings } from '../../../../../../lib/domain/schema/find.ts'
import { renderForViewer } from '../../../../../render-for-viewer.tsx'
import { messagesFor } from '../../../../../messages-for.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('schema'))('title') }
}

/** All settings of a user, by the schema of the tenant's Kazoo. */
export default async function Page(props: PageProps<'/users/[user]/settings/all'>): Promise<ReactNode> {
  const { user } = await props.params
  const messages = await messagesFor('settings')
  return renderForViewer(
    async (viewer) => ({ page: await findSettings(viewer, 'user', user), viewer: badgeOf(viewer) }),
    ({ page: { header, draft }, viewer }) => (
      <UserFrame current="every" {...{ header, viewer }}>
        <NextIntlClientProvider messages={messages}>
          <SettingsPage
            id={header.id}
            draft={draft}
            noun="user"
            editable={viewer.may.includes('user.edit')}
            action={editUserSettingsAction}
          />
        </NextIntlClientProvider>
      </UserFrame>
    ),
  )
}
