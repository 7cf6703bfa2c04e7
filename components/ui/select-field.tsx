'use client'
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
        // React ignores a changed default value of a select; the key creates a new element.
        <select
          key={typed ?? value}
          {...control}
          disabled={readOnly}
          defaultValue={typed ?? value}
          onChange={(event) => onChoose?.(event.target.value)}
          className="input text-sm"
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
