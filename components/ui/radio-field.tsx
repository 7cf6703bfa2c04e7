'use client'
import { useId, type ReactNode } from 'react'
import { radioGroupProps, type RadioChoice, type RadioProps } from './radio-group.ts'
import { Field } from './field.tsx'

/** One of a few options, all visible, each with an optional hint. */
export function RadioField<Name extends string>(props: RadioProps<Name>): ReactNode {
  const { name, label, hint, required, className, value, choices, onChoose } = props
  return (
    <Field {...{ name, label, hint, required, className }}>
      {(control, typed) => (
        <div {...radioGroupProps(label, control)} className="space-y-1.5 rounded-md py-0.5">
          {choices.map((choice) => (
            <Radio
              key={choice.value}
              {...choice}
              name={name}
              chosen={choice.value === (typed ?? value)}
              readOnly={control.readOnly}
              onChoose={() => onChoose?.(choice.value)}
            />
          ))}
        </div>
      )}
    </Field>
  )
}

type RadioButtonProps = RadioChoice & {
  name: string
  chosen: boolean
  readOnly: boolean
  onChoose: () => void
}

function Radio({ name, value, label, hint, chosen, readOnly, onChoose }: RadioButtonProps): ReactNode {
  const id = useId()
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-2.5 text-sm">
      <span className="inline-flex min-h-6 items-center pointer-coarse:min-h-control">
        <input
          type="radio"
          id={id}
          name={name}
          value={value}
          defaultChecked={chosen}
          disabled={readOnly}
          onChange={onChoose}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          className="radio"
        />
      </span>
      <label htmlFor={id} className="flex min-h-6 cursor-pointer items-center pointer-coarse:min-h-control">
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="col-start-2 text-xs text-ink-faint">
          {hint}
        </p>
      )}
    </div>
  )
}
