'use client'
import type { ReactNode } from 'react'
import {
  deviceText,
  type DeviceDraft,
  type DeviceField,
  type OwnerOption,
  type RevealPassword,
} from '../lib/views/device.ts'
import type { FormAction } from '../lib/views/form.ts'
import { CallerIdFields } from './device/caller-id-fields.tsx'
import { ForwardFields } from './device/forward-fields.tsx'
import { ownerChoices } from './device/owner-choices.ts'
import { SipFields } from './device/sip-fields.tsx'
import { macInPairs, registers } from './device/words.ts'
import { FieldGroup } from './ui/field-group.tsx'
import { Form } from './ui/form.tsx'
import { SelectField } from './ui/select-field.tsx'
import { SwitchField } from './ui/switch-field.tsx'
import { TextField } from './ui/text-field.tsx'

type Props = {
  device: DeviceDraft
  owners: readonly OwnerOption[]
  action: FormAction<DeviceField>
  /** Null where the person may not look at passwords. */
  reveal: RevealPassword | null
  editable: boolean
}

/** The edit form of a device. Fields that do not fit its type are sent as they are, so that none is emptied unseen. */
export function DeviceForm({ device, owners, action, reveal, editable }: Props): ReactNode {
  const text = deviceText(device)
  const phone = registers(device.type)
  const unseen = phone ? {} : { macAddress: text.macAddress, sipUsername: text.sipUsername }

  return (
    <Form
      action={action}
      was={text}
      hidden={{ device: device.id, ...unseen }}
      submit="Save changes"
      submitting="Saving…"
      sticky
      locked={!editable}
    >
      <FieldGroup title="Device">
        <TextField<DeviceField> name="name" label="Name" value={text.name} required />
        <SelectField<DeviceField>
          name="owner"
          label="Owner"
          value={text.owner}
          choices={ownerChoices(owners)}
        />
        {phone && (
          <TextField<DeviceField>
            name="macAddress"
            label="MAC address"
            hint="Printed on the phone. With or without colons."
            value={macInPairs(text.macAddress)}
            spellCheck={false}
            figures
          />
        )}
        <SwitchField<DeviceField>
          name="enabled"
          label="Enabled"
          hint="When off, it can neither call nor be called."
          ticked={device.enabled}
          className="sm:col-span-2"
        />
      </FieldGroup>
      {phone && <SipFields device={device} reveal={reveal} />}
      <ForwardFields forward={device.callForward} />
      <CallerIdFields callerId={device.callerId} />
    </Form>
  )
}
