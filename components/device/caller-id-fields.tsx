import { Fragment, type ReactNode } from 'react'
import type { CallerId, DeviceField } from '../../lib/views/device.ts'
import { FieldGroup } from '../ui/field-group.tsx'
import { TextField } from '../ui/text-field.tsx'

const KINDS = [
  { name: 'internalName', number: 'internalNumber', title: 'Internal' },
  { name: 'externalName', number: 'externalNumber', title: 'External' },
  { name: 'emergencyName', number: 'emergencyNumber', title: 'Emergency' },
] as const

/** What those who are called see. */
export function CallerIdFields({ callerId }: { callerId: CallerId }): ReactNode {
  return (
    <FieldGroup
      title="Caller ID"
      hint="What those who are called see: colleagues, everybody else, and emergency services. Empty: as the account has it."
    >
      {KINDS.map(({ name, number, title }) => (
        <Fragment key={name}>
          <TextField<DeviceField> name={name} label={`${title} name`} value={callerId[name]} />
          <TextField<DeviceField>
            name={number}
            label={`${title} number`}
            inputMode="tel"
            value={callerId[number]}
            figures
          />
        </Fragment>
      ))}
    </FieldGroup>
  )
}
