'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AccountDraft } from '../../lib/views/account.ts'
import type { FormAction } from '../../lib/views/form.ts'
import type { NewUserField } from '../../lib/views/user-form.ts'
import { TimezoneField } from '../accounts/timezone-field.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { FieldGroup } from '../ui/field-group.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { Form } from '../ui/form.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { SuggestButton } from '../ui/suggest-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useUsernameSuggestion } from './use-username-suggestion.ts'
import { EmailField } from './email-field.tsx'
import { PrivilegeField } from './privilege-field.tsx'
import { GeneratedPassword } from './generated-password.tsx'
import { useNameLabel } from '../shell/name-label.tsx'

const rules = async () => (await import('../../lib/views/user-form.ts')).userStartRules

type Props = {
  account: AccountDraft
  /** A free extension; empty if unknown. */
  extension: string
  action: FormAction<NewUserField>
  givesRoles: boolean
}

/** Creates a user in an account. */
export function NewUserForm({ account, extension, action, givesRoles }: Props): ReactNode {
  const t = useTranslations('users.form')
  const tCreate = useTranslations('users.create')
  const nameLabel = useNameLabel()
  const suggestUsername = useUsernameSuggestion()
  return (
    <FormPanel>
      <Form
        action={action}
        rules={rules}
        hidden={{ account: account.id }}
        submit={tCreate('submit')}
        submitting={tCreate('submitting')}
        beside={<LinkButton href={`/accounts/${account.id}/users`}>{tCreate('cancel')}</LinkButton>}
        sticky
        renderDone={(done) => (
          <div className="pb-6">
            <GeneratedPassword done={done} />
          </div>
        )}
      >
        <div onInput={suggestUsername} className="space-y-5">
          <FieldGroup
            title={t('user')}
            hint={tCreate('about', { account: nameLabel('account', account.name) })}
          >
            <TextField<NewUserField> name="firstName" label={t('firstName')} required />
            <TextField<NewUserField> name="lastName" label={t('lastName')} required />
            <EmailField />
            <TimezoneField value="" hint={t('zoneHint')} />
            <TextField<NewUserField>
              name="extension"
              label={t('extension')}
              hint={t('extensionHint')}
              value={extension}
              spellCheck={false}
              tabularNums
              className="sm:col-span-2"
            />
          </FieldGroup>
          <FieldGroup title={tCreate('signIn')} hint={tCreate('signInHint')}>
            <TextField<NewUserField>
              name="username"
              label={tCreate('username')}
              spellCheck={false}
              required
            />
            <PasswordField<NewUserField>
              name="password"
              label={tCreate('password')}
              hint={tCreate('passwordHint')}
              autoComplete="new-password"
              Suggest={SuggestButton}
            />
            <CheckboxField<NewUserField>
              name="mustRenew"
              label={tCreate('mustRenew')}
              hint={tCreate('mustRenewHint')}
              ticked={false}
              className="sm:col-span-2"
            />
            {givesRoles && <PrivilegeField value="user" />}
          </FieldGroup>
        </div>
      </Form>
    </FormPanel>
  )
}
