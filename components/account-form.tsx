'use client'
import type { ReactNode } from 'react'
import { accountText, type AccountDraft, type AccountField } from '../lib/views/account.ts'
import type { FormAction } from '../lib/views/form.ts'
import { TimezoneField } from './account/timezone-field.tsx'
import { FieldGroup } from './ui/field-group.tsx'
import { FormPanel } from './ui/form-panel.tsx'
import { Form } from './ui/form.tsx'
import { LinkButton } from './ui/link-button.tsx'
import { SwitchField } from './ui/switch-field.tsx'
import { TextField } from './ui/text-field.tsx'

type Props = { account: AccountDraft; action: FormAction<AccountField> }

/** The edit form of an account. */
export function AccountForm({ account, action }: Props): ReactNode {
  const text = accountText(account)
  return (
    <FormPanel>
      <Form
        action={action}
        was={text}
        hidden={{ account: account.id, ...(account.granted && { enabled: text.enabled }) }}
        submit="Save changes"
        submitting="Saving…"
        beside={<LinkButton href={`/accounts/${account.id}`}>Back to the account</LinkButton>}
        sticky
      >
        <FieldGroup title="Account">
          <TextField<AccountField> name="name" label="Name" value={text.name} required />
          <TextField<AccountField>
            name="realm"
            label="Realm"
            hint="Every phone of the account signs in to it. After a change they must all be set up again."
            value={text.realm}
            spellCheck={false}
            required
          />
          <TimezoneField value={text.timezone} hint="Empty: as the account above it." />
        </FieldGroup>
        {!account.granted && (
          <FieldGroup title="State">
            <SwitchField<AccountField>
              name="enabled"
              label="Enabled"
              hint="When off, nobody in it can call or sign in. Nothing is deleted."
              ticked={account.enabled}
              className="sm:col-span-2"
            />
          </FieldGroup>
        )}
      </Form>
    </FormPanel>
  )
}
