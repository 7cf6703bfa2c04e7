import type { ReactNode } from 'react'
import type { CallForward, DeviceField } from '../../lib/views/device.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { FieldGroup } from '../ui/field-group.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextField } from '../ui/text-field.tsx'

/** Where calls go instead. */
export function ForwardFields({ forward }: { forward: CallForward }): ReactNode {
  return (
    <FieldGroup title="Call forwarding" hint="Calls to this device ring at another number instead.">
      <SwitchField<DeviceField>
        name="forwardEnabled"
        label="Forward calls"
        ticked={forward.enabled}
        className="sm:col-span-2"
      />
      <TextField<DeviceField>
        name="forwardNumber"
        label="Forward to"
        type="tel"
        inputMode="tel"
        value={forward.number}
        figures
      />
      <div className="space-y-2.5 sm:col-span-2">
        <CheckboxField<DeviceField>
          name="forwardKeepCallerId"
          label="Keep the caller’s number"
          hint="Otherwise the number of this device is shown."
          ticked={forward.keepCallerId}
        />
        <CheckboxField<DeviceField>
          name="forwardRequireKeypress"
          label="Ask for a key before connecting"
          hint="So that no voicemail box answers in place of a person."
          ticked={forward.requireKeypress}
        />
        <CheckboxField<DeviceField>
          name="forwardDirectCallsOnly"
          label="Forward direct calls only"
          hint="Calls from ring groups and queues are not forwarded."
          ticked={forward.directCallsOnly}
        />
      </div>
    </FieldGroup>
  )
}
