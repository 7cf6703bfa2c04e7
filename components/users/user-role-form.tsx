'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { UserRoleField } from '../../lib/views/user-form.ts'
import { unsupportedValue } from '../../lib/views/unsupported.ts'
import type { UserDraft } from '../../lib/views/user.ts'
import { Form } from '../ui/form.tsx'
import { PrivilegeField } from './privilege-field.tsx'

const rules = async () => (await import('../../lib/views/user-form.ts')).userRoleRules

type Props = { user: UserDraft; action: FormAction<UserRoleField> }

/** Changes the role of a user. */
export function UserRoleForm({ user, action }: Props): ReactNode {
  const t = useTranslations('users.access')
  return (
    <Form
      action={action}
      rules={rules}
      hidden={{ user: user.id }}
      submit={t('roleSubmit')}
      submitting={t('roleSubmitting')}
    >
      {user.otherPrivilege !== null && (
        <p className="text-sm text-ink-soft wrap-anywhere">
          {t('otherRole', { value: unsupportedValue(user.otherPrivilege) || '…' })}
        </p>
      )}
      <PrivilegeField value={user.privilege} />
    </Form>
  )
}
