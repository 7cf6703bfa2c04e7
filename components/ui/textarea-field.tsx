'use client'
import type { ReactNode } from 'react'
import { Field, type FieldProps } from './field.tsx'

type Props<Name extends string> = FieldProps<Name> & { value?: string; placeholder?: string; rows?: number }

/** A multi-line text input that grows with its content. */
export function TextareaField<Name extends string>(props: Props<Name>): ReactNode {
  const { name, label, hint, required, className, value = '', placeholder, rows = 3 } = props
  return (
    <Field {...{ name, label, hint, required, className }}>
      {(control, typed) => (
        <textarea
          {...control}
          rows={rows}
          placeholder={placeholder}
          defaultValue={typed ?? value}
          className="input field-sizing-content max-h-80 py-1.5 text-sm"
        />
      )}
    </Field>
  )
}
