'use client'
import { useTranslations } from 'next-intl'
import { Suspense, type ReactNode } from 'react'
import type { AccountDraft, AccountsKept, NewAccountField } from '../../lib/views/account.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { FirstAdminFields } from './first-admin-fields.tsx'
import { LostAccountsWarning } from './lost-accounts-warning.tsx'
import { TimezoneField } from './timezone-field.tsx'
import { suggestedRealm } from '../../lib/views/suggestions.ts'
import { useSuggestion } from '../ui/use-suggestion.ts'
import { useAccountCreation } from './use-account-creation.ts'
import { FieldGroup } from '../ui/field-group.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { Form } from '../ui/form.tsx'
import { EchoedHiddenField } from '../ui/echoed-hidden-field.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useNameLabel } from '../shell/name-label.tsx'

type Props = {
  parent: AccountDraft
  /** The time zone that the account inherits; empty if unknown. */
  zone: string
  /** Whether Kazoo keeps accounts created below the parent. Checked while the form is already shown. */
  kept: Promise<AccountsKept>
  action: FormAction<NewAccountField>
}

const rules = async () => (await import('../../lib/views/account-form.ts')).accountStartRules

/** Creates an account below `parent` and its first admin. */
export function NewAccountForm({ parent, zone, kept, action }: Props): ReactNode {
  const t = useTranslations('accounts.form')
  const parentName = useNameLabel()('account', parent.name)
  const { step, long, send } = useAccountCreation()
  const suggestRealm = useSuggestion({
    from: ['name'],
    to: 'realm',
    suggest: (name = '') => suggestedRealm(name, parent.realm),
  })
  const submitting = t(`new.steps.${step ?? 'account'}`)
  return (
    <FormPanel>
      <Form
        action={action}
        send={send}
        rules={rules}
        hidden={{ parent: parent.id }}
        submit={t('new.submit')}
        submitting={long ? `${submitting} ${t('new.long')}` : submitting}
        beside={<LinkButton href={`/accounts/${parent.id}`}>{t('new.cancel')}</LinkButton>}
        renderDone={({ message }) => (
          <output className="flex items-center gap-2 pb-5 text-sm">
            <Spinner />
            {message} {t('new.opening')}
          </output>
        )}
        sticky
      >
        {/* What a failed attempt created is passed to the next one: the account without its admin, or an
            unconfirmed one. */}
        <EchoedHiddenField name="created" />
        <EchoedHiddenField name="unconfirmed" />
        <Suspense>
          <LostAccountsWarning kept={kept} parent={parentName} />
        </Suspense>
        <div onInput={suggestRealm}>
          <FieldGroup title={t('account')} hint={t('new.hint', { parent: parentName })}>
            <TextField<NewAccountField> name="name" label={t('name')} required />
            <TextField<NewAccountField>
              name="realm"
              label={t('realm')}
              hint={t('new.realmHint')}
              placeholder="customer.example.com"
              spellCheck={false}
            />
            <TimezoneField value="" hint={zone === '' ? t('zoneUnknown') : t('zoneOf', { zone })} />
          </FieldGroup>
        </div>
        <FirstAdminFields />
      </Form>
    </FormPanel>
  )
}
