'use client'
import type { ReactNode } from 'react'
import type { AccountDraft, NewAccountField } from '../lib/views/account.ts'
import type { FormAction } from '../lib/views/form.ts'
import { TimezoneField } from './account/timezone-field.tsx'
import { FieldGroup } from './ui/field-group.tsx'
import { FormPanel } from './ui/form-panel.tsx'
import { Form } from './ui/form.tsx'
import { HandedBackField } from './ui/handed-back-field.tsx'
import { LinkButton } from './ui/link-button.tsx'
import { PasswordField } from './ui/password-field.tsx'
import { TextField } from './ui/text-field.tsx'

type Props = { parent: AccountDraft; action: FormAction<NewAccountField> }

/** A new account below `parent`, and the person who will look after it. */
export function NewAccountForm({ parent, action }: Props): ReactNode {
  return (
    <FormPanel>
      <Form
        action={action}
        hidden={{ parent: parent.id }}
        submit="Create account"
        submitting="Creating the account and its admin…"
        beside={<LinkButton href={`/accounts/${parent.id}`}>Cancel</LinkButton>}
        sticky
      >
        {/* When the account was made but its admin was not, this says so to the next attempt. */}
        <HandedBackField name="created" />
        <FieldGroup
          title="Account"
          hint={`A customer of ${parent.name}, with devices and people of its own.`}
        >
          <TextField<NewAccountField> name="name" label="Name" required />
          <TextField<NewAccountField>
            name="realm"
            label="Realm"
            hint="What its phones sign in to. Empty: Kazoo makes one."
            placeholder="customer.example.com"
            spellCheck={false}
          />
          <TimezoneField
            value=""
            hint={parent.timezone ? `Empty: ${parent.timezone}.` : 'Empty: as the account above it.'}
          />
        </FieldGroup>
        <FieldGroup
          title="First admin"
          hint="The person who looks after the account. They sign in with this user name and password."
        >
          <TextField<NewAccountField> name="firstName" label="First name" required />
          <TextField<NewAccountField> name="lastName" label="Last name" required />
          <TextField<NewAccountField>
            name="email"
            label="E-mail"
            type="email"
            inputMode="email"
            spellCheck={false}
          />
          <TextField<NewAccountField> name="username" label="User name" spellCheck={false} required />
          <PasswordField<NewAccountField>
            name="password"
            label="Password"
            hint="At least 8 characters. Hand it over safely: it is not shown again."
            autoComplete="new-password"
            required
          />
        </FieldGroup>
      </Form>
    </FormPanel>
  )
}
