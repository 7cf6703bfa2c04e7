'use client'
import type { ReactNode } from 'react'
import { groupProps, type RadioProps } from './choice-group.ts'
import { Field } from './field.tsx'
import { Segments } from './segments.tsx'

/** One of two to five short words, side by side. */
export function SegmentedField<Name extends string>(props: RadioProps<Name>): ReactNode {
  const { name, label, hint, required, className, value, choices, onChoose } = props
  return (
    <Field {...{ name, label, hint, required, className }}>
      {(control, typed) => (
        <div {...groupProps(label, control)} className="rounded-md">
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
