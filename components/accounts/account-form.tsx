'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { accountText, type AccountDraft, type AccountField } from '../../lib/views/account.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { TimezoneField } from './timezone-field.tsx'
import { FieldGroup } from '../ui/field-group.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { Form } from '../ui/form.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextField } from '../ui/text-field.tsx'

type Props = { account: AccountDraft; action: FormAction<AccountField> }

const rules = async () => (await import('../../lib/views/account-form.ts')).accountEditRules

/** Edits an account. */
export function AccountForm({ account, action }: Props): ReactNode {
  const t = useTranslations('accounts.form')
  const text = accountText(account)
  return (
    <FormPanel>
      <Form
        action={action}
        rules={rules}
        initialValues={text}
        hidden={{ account: account.id, ...(account.granted && { enabled: text.enabled }) }}
        submit={t('submit')}
        submitting={t('submitting')}
        beside={<LinkButton href={`/accounts/${account.id}`}>{t('back')}</LinkButton>}
        sticky
      >
        <FieldGroup title={t('account')}>
          <TextField<AccountField> name="name" label={t('name')} value={text.name} required />
          <TextField<AccountField>
            name="realm"
            label={t('realm')}
            hint={t('realmHint')}
            value={text.realm}
            spellCheck={false}
            required
          />
          <TimezoneField value={text.timezone} hint={t('zoneAbove')} />
        </FieldGroup>
        {!account.granted && (
          <FieldGroup title={t('state')}>
            <SwitchField<AccountField>
              name="enabled"
              label={t('enabled')}
              hint={t('enabledHint')}
              ticked={account.enabled}
              className="sm:col-span-2"
            />
          </FieldGroup>
        )}
      </Form>
    </FormPanel>
  )
}
