'use client'
import type { ReactNode } from 'react'
import { radioGroupProps, type RadioProps } from './radio-group.ts'
import { Field } from './field.tsx'
import { Segments } from './segments.tsx'

/** One of two to five short options, side by side. */
export function SegmentedField<Name extends string>(props: RadioProps<Name>): ReactNode {
  const { name, label, hint, required, className, value, choices, onChoose } = props
  return (
    <Field {...{ name, label, hint, required, className }}>
      {(control, typed) => (
        <div {...radioGroupProps(label, control)} className="rounded-md">
          <Segments
            name={name}
            chosen={typed ?? value}
            choices={choices}
            readOnly={control.readOnly}
            onChoose={onChoose}
          />
        </div>
      )}
    </Field>
  )
}
