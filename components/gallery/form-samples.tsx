import type { ReactNode } from 'react'
import { unsupported } from '../../lib/views/unsupported.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { Form } from '../ui/form.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { SuggestButton } from '../ui/suggest-button.tsx'
import { SecretField } from '../ui/secret-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { TextareaField } from '../ui/textarea-field.tsx'
import { UnsupportedField } from '../ui/unsupported-field.tsx'
import { refuse, refuseAll, reveal, save } from './sample-actions.ts'
import type { Samples } from './samples.ts'

function Fields(): ReactNode {
  return (
    <>
      <TextField name="name" label="Name" value="" hint="Refused while it is empty." required />
      <SelectField
        name="kind"
        label="Type"
        value="b"
        choices={['a', 'b', 'c'].map((value) => ({ value, label: `Kind ${value}` }))}
      />
      <TextareaField name="note" label="Note" value="" placeholder="Internal use only" />
      <PasswordField name="fresh" label="New password" autoComplete="new-password" Suggest={SuggestButton} />
      <SecretField name="kept" label="SIP password" held reveal={reveal} />
      <SwitchField
        name="enabled"
        label="Enabled"
        hint="When disabled, the device can’t make or receive calls."
        ticked
      />
      <CheckboxField name="asks" label="Require a key press to answer" ticked />
    </>
  )
}

export const fields: Samples = {
  Fields: () => (
    <Form action={save} submit="Save changes" submitting="Saving…" warnOnLeave={false}>
      <Fields />
    </Form>
  ),
  'A stored value that a field cannot show': () => (
    <Form action={save} submit="Save presence" submitting="Saving…" warnOnLeave={false}>
      <UnsupportedField name="presence" label="Presence ID" text={unsupported('1001')}>
        <TextField name="presence" label="Presence ID" value="1001" />
      </UnsupportedField>
      <UnsupportedField name="forward" label="Forward calls" text={unsupported('')}>
        <SwitchField name="forward" label="Forward calls" ticked={false} />
      </UnsupportedField>
    </Form>
  ),
  'Fields to look at': () => (
    <Form action={save} submit="" submitting="" readOnly>
      <Fields />
    </Form>
  ),
}

export const forms: Samples = {
  'Every field refused': () => (
    <Form action={refuseAll} submit="Save refused" submitting="Saving…" warnOnLeave={false}>
      <Fields />
    </Form>
  ),
  'Refused for another reason': () => (
    <Form action={refuse} submit="Save in vain" submitting="Saving…" warnOnLeave={false}>
      <TextField name="name" label="Name" value="Reception" />
    </Form>
  ),
}
