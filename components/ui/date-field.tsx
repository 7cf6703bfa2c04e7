'use client'
import { useRef, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { Field, type FieldProps } from './field.tsx'

type Props<Name extends string> = FieldProps<Name> & {
  /**
   * `2026-11-22`, with a time `2026-11-22T14:30`; empty for none. Local time; the hint says in which zone.
   */
  value?: string
  withTime?: boolean
  /** The earliest and latest value, in the same format. */
  min?: string
  max?: string
  /** Frequent choices, such as "In two weeks". */
  presets?: readonly { label: string; value: string }[]
}

/** A date, or a date with a time, chosen with the browser's own date picker. */
export function DateField<Name extends string>(props: Props<Name>): ReactNode {
  const {
    name,
    label,
    hint,
    required,
    className,
    value = '',
    withTime = false,
    min,
    max,
    presets = [],
  } = props
  const input = useRef<HTMLInputElement>(null)

  function choose(preset: string) {
    if (!input.current) return
    input.current.value = preset
    input.current.dispatchEvent(new Event('input', { bubbles: true }))
  }

  return (
    <Field {...{ name, label, hint, required, className }}>
      {(control, typed) => (
        <div className="flex flex-wrap items-center gap-2">
          <input
            ref={input}
            {...control}
            type={withTime ? 'datetime-local' : 'date'}
            min={min}
            max={max}
            defaultValue={typed ?? value}
            className="input tabular-nums w-auto! min-w-44 flex-1 text-sm"
          />
          {!control.readOnly &&
            presets.map((preset) => (
              <Button
                key={preset.value}
                size="small"
                weight="quiet"
                onClick={() => choose(preset.value)}
                className="js-only"
              >
                {preset.label}
              </Button>
            ))}
        </div>
      )}
    </Field>
  )
}
