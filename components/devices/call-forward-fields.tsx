import type { ReactNode } from 'react'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextField } from '../ui/text-field.tsx'

type Name = 'forwardEnabled' | 'forwardNumber'
/** One more thing that holds of forwarding or not. */
export type ForwardTick<Field extends string> = { name: Field; label: string; hint: string; ticked: boolean }

type Props<Field extends string> = {
  enabled: { label: string; ticked: boolean }
  number: { label: string; value: string; className?: string }
  ticks: readonly ForwardTick<Field>[]
}

/** Where calls go instead: of a device, of somebody, or one's own. */
export function ForwardFields<Field extends string>({ enabled, number, ticks }: Props<Field>): ReactNode {
  return (
    <>
      <SwitchField<Name> name="forwardEnabled" {...enabled} className="sm:col-span-2" />
      <TextField<Name>
        name="forwardNumber"
        {...number}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        tabularNums
      />
      <div className="space-y-2.5 sm:col-span-2">
        {ticks.map((tick) => (
          <CheckboxField<Field> key={tick.name} {...tick} />
        ))}
      </div>
    </>
  )
}
