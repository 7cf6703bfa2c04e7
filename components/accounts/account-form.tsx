'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AccountDraft } from '../../lib/views/account.ts'
import { ACCOUNT_FIELDS, type AccountField } from '../../lib/views/account-fields.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { controlText } from '../../lib/views/unsupported.ts'
import { TimezoneField } from './timezone-field.tsx'
import { FieldGroup } from '../ui/field-group.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { Form } from '../ui/form.tsx'
import { ListedFields } from '../ui/listed-fields.tsx'

type Props = { account: AccountDraft; action: FormAction<AccountField> }

const rules = async () => (await import('../../lib/views/account-form.ts')).accountEditRules

/** Edits an account. */
export function AccountForm({ account, action }: Props): ReactNode {
  const t = useTranslations('accounts.form')
  const { text } = account
  const fields = { fields: ACCOUNT_FIELDS, text }
  return (
    <FormPanel>
      <Form
        action={action}
        rules={rules}
        initialValues={text}
        hidden={{ account: account.id, ...(account.granted && { enabled: text.enabled }) }}
        submit={t('submit')}
        submitting={t('submitting')}
        sticky
      >
        <FieldGroup title={t('account')}>
          <ListedFields
            {...fields}
            group="account"
            controls={{
              timezone: <TimezoneField value={controlText(text.timezone)} hint={t('zoneAbove')} />,
            }}
          />
        </FieldGroup>
        {!account.granted && (
          <FieldGroup title={t('state')}>
            <ListedFields {...fields} group="state" />
          </FieldGroup>
        )}
      </Form>
    </FormPanel>
  )
}
