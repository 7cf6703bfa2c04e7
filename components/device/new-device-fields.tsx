'use client'
import type { ReactNode } from 'react'
import type { NewDeviceField, OwnerOption } from '../../lib/views/device.ts'
import { FieldGroup } from '../ui/field-group.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useScripted } from '../ui/use-scripted.ts'
import { ownerChoices } from './owner-choices.ts'
import { TypeField } from './type-field.tsx'
import { registers } from './words.ts'

type Props = { owners: readonly OwnerOption[]; chosen: string; onChoose: (type: string) => void }

/** The fields of a new device that fit the chosen kind; all of them where no script can tell which. */
export function NewDeviceFields({ owners, chosen, onChoose }: Props): ReactNode {
  const every = !useScripted()
  return (
    <>
      <FieldGroup title="Kind">
        <TypeField chosen={chosen} onChoose={onChoose} />
      </FieldGroup>
      <FieldGroup title="Device">
        <TextField<NewDeviceField> name="name" label="Name" required />
        <SelectField<NewDeviceField> name="owner" label="Owner" value="" choices={ownerChoices(owners)} />
        {(every || chosen === 'sip_device') && (
          <TextField<NewDeviceField>
            name="macAddress"
            label="MAC address"
            hint={`${every ? 'For a desk phone. ' : ''}Printed on the phone. With or without colons.`}
            spellCheck={false}
            figures
          />
        )}
        {(every || chosen === 'cellphone') && (
          <TextField<NewDeviceField>
            name="forwardNumber"
            label="Number"
            hint={
              every ? 'For a mobile phone: where calls are forwarded to.' : 'Where calls are forwarded to.'
            }
            type="tel"
            inputMode="tel"
            figures
            required={!every}
          />
        )}
      </FieldGroup>
      {(every || registers(chosen)) && (
        <FieldGroup
          title="SIP"
          hint="What the phone signs in with. Without user name and password it cannot."
        >
          <TextField<NewDeviceField> name="sipUsername" label="SIP user name" spellCheck={false} figures />
          <PasswordField<NewDeviceField>
            name="sipPassword"
            label="SIP password"
            hint="5 to 32 characters."
            autoComplete="new-password"
            suggests
          />
        </FieldGroup>
      )}
    </>
  )
}
