import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { UserRemovalField } from '../../lib/views/user-form.ts'
import type { UserRemoval } from '../../lib/views/user.ts'
import { PageHeader } from '../shell/page-header.tsx'
import { Notice } from '../ui/notice.tsx'
import { UserRemovalForm } from './user-removal-form.tsx'

type Props = UserRemoval & { remove: FormAction<UserRemovalField> }

/** Deletes a user. */
export function UserRemovalPage({ remove, breadcrumbs, ...removal }: Props): ReactNode {
  const t = useTranslations('users.removal')
  return (
    <>
      <PageHeader title={t('title', { name: removal.user.name })} breadcrumbs={breadcrumbs} />
      <Notice tone="warning">
        <p>{t('about')}</p>
      </Notice>
      <UserRemovalForm {...removal} action={remove} />
    </>
  )
}
