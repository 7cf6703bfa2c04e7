'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { UserPasswordField } from '../../lib/views/user-form.ts'
import type { UserDraft } from '../../lib/views/user.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { Form } from '../ui/form.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { GeneratedPassword } from './generated-password.tsx'

const rules = async () => (await import('../../lib/views/user-form.ts')).userPasswordRules

type Props = { user: UserDraft; action: FormAction<UserPasswordField> }

/** Sets a user's sign-in name and password. */
export function UserPasswordForm({ user, action }: Props): ReactNode {
  const t = useTranslations('users.access')
  const tCreate = useTranslations('users.create')
  return (
    <Form
      action={action}
      rules={rules}
      hidden={{ user: user.id }}
      submit={t('submit')}
      submitting={t('submitting')}
      renderDone={(done) => <GeneratedPassword done={done} />}
    >
      <p className="text-sm text-ink-soft">{t('passwordAbout')}</p>
      <TextField<UserPasswordField>
        name="username"
        label={tCreate('username')}
        value={user.username}
        spellCheck={false}
        required
      />
      <PasswordField<UserPasswordField>
        name="password"
        label={tCreate('password')}
        hint={tCreate('passwordHint')}
        autoComplete="new-password"
      />
      <CheckboxField<UserPasswordField>
        name="mustRenew"
        label={tCreate('mustRenew')}
        hint={tCreate('mustRenewHint')}
        ticked={false}
      />
    </Form>
  )
}
