'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AccountDraft, NewAccountField } from '../lib/views/account.ts'
import type { FormAction } from '../lib/views/form.ts'
import { FirstAdminFields } from './account/first-admin-fields.tsx'
import { TimezoneField } from './account/timezone-field.tsx'
import { FieldGroup } from './ui/field-group.tsx'
import { FormPanel } from './ui/form-panel.tsx'
import { Form } from './ui/form.tsx'
import { HandedBackField } from './ui/handed-back-field.tsx'
import { LinkButton } from './ui/link-button.tsx'
import { TextField } from './ui/text-field.tsx'

type Props = { parent: AccountDraft; action: FormAction<NewAccountField> }

const rules = async () => (await import('../lib/views/account-form.ts')).accountStartRules

/** A new account below `parent`, and the person who will look after it. */
export function NewAccountForm({ parent, action }: Props): ReactNode {
  const t = useTranslations('accounts.form')
  return (
    <FormPanel>
      <Form
        action={action}
        rules={rules}
        hidden={{ parent: parent.id }}
        submit={t('new.submit')}
        submitting={t('new.submitting')}
        beside={<LinkButton href={`/accounts/${parent.id}`}>{t('new.cancel')}</LinkButton>}
        sticky
      >
        {/* When the account was made but its admin was not, this says so to the next attempt. */}
        <HandedBackField name="created" />
        <FieldGroup title={t('account')} hint={t('new.hint', { parent: parent.name })}>
          <TextField<NewAccountField> name="name" label={t('name')} required />
          <TextField<NewAccountField>
            name="realm"
            label={t('realm')}
            hint={t('new.realmHint')}
            placeholder="customer.example.com"
            spellCheck={false}
          />
          <TimezoneField
            value=""
            hint={parent.timezone ? t('zoneOf', { zone: parent.timezone }) : t('zoneAbove')}
          />
        </FieldGroup>
        <FirstAdminFields />
      </Form>
    </FormPanel>
  )
}
