'use client'
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Field, type FieldProps } from './field.tsx'

export type Choice = { value: string; label: string }

type Props<Name extends string> = FieldProps<Name> & {
  value: string
  choices: readonly Choice[]
  onChoose?: (value: string) => void
}

/** One of a few options, in the browser's own select, which works without script and well on phones. */
export function SelectField<Name extends string>(props: Props<Name>): ReactNode {
  const { name, label, hint, required, className, value, choices, onChoose } = props
  return (
    <Field {...{ name, label, hint, required, className }}>
      {({ readOnly, ...control }, typed) => (
        <div className="relative">
          {/* React ignores a changed default value of a select; the key creates a new element. */}
          <select
            key={typed ?? value}
            {...control}
            disabled={readOnly}
            defaultValue={typed ?? value}
            onChange={(event) => onChoose?.(event.target.value)}
            className="input appearance-none truncate pr-8 text-sm"
          >
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 right-2.5 my-auto size-4 text-ink-faint"
          />
        </div>
      )}
    </Field>
  )
}
