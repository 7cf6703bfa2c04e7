import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { UserRemovalField } from '../../lib/views/user-form.ts'
import type { UserRemoval } from '../../lib/views/user.ts'
import { Crumb } from '../shell/breadcrumbs.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { Notice } from '../ui/notice.tsx'
import { UnopenableNotice } from '../shell/unopenable-notice.tsx'
import { UserRemovalForm } from './user-removal-form.tsx'
import { UsersCrumb } from './users-crumb.tsx'
import { useNameLabel } from '../shell/name-label.tsx'

type Props = UserRemoval & { remove: FormAction<UserRemovalField> }

/** Deletes a user. */
export function UserRemovalPage({ remove, breadcrumbs, unopenable, ...removal }: Props): ReactNode {
  const t = useTranslations('users.removal')
  const name = useNameLabel()('user', removal.user.name)
  return (
    <>
      <PageHeader
        title={t('title', { name })}
        breadcrumbs={breadcrumbs}
        above={
          <>
            <UsersCrumb breadcrumbs={breadcrumbs} />
            <Crumb href={`/users/${removal.user.id}`}>{name}</Crumb>
          </>
        }
      />
      <Notice tone="warning">
        <p>{t('about')}</p>
      </Notice>
      <UnopenableNotice of="device" unopenable={unopenable.devices} />
      <UnopenableNotice of="vmbox" unopenable={unopenable.boxes} />
      <UserRemovalForm {...removal} action={remove} />
    </>
  )
}
