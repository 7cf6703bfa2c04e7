'use client'
import { useRef, type ReactNode } from 'react'
import { Field, type FieldProps } from '../ui/field.tsx'

type Props<Name extends string> = FieldProps<Name> & {
  value: string
  /** The value as it is being typed. */
  shown: string
  picker: string
}

const COLOUR = /^#[0-9a-f]{6}$/i

/**
 * A colour as `#rrggbb`, typed or, with script, picked. `picker` is the accessible name of the colour picker.
 */
export function ColourField<Name extends string>(props: Props<Name>): ReactNode {
  const { name, label, hint, required, className, value, shown, picker } = props
  const text = useRef<HTMLInputElement>(null)

  function pick(colour: string) {
    if (text.current === null) return
    text.current.value = colour
    text.current.dispatchEvent(new Event('input', { bubbles: true }))
  }

  return (
    <Field {...{ name, label, hint, required, className }}>
      {(control, typed) => (
        <div className="flex gap-2">
          <input
            type="color"
            aria-label={picker}
            value={COLOUR.test(shown) ? shown : '#000000'}
            disabled={control.readOnly}
            onChange={(event) => pick(event.target.value)}
            className="js-only h-control w-11 shrink-0 cursor-pointer rounded-md border border-line-strong bg-surface p-0.5 disabled:cursor-default disabled:opacity-60"
          />
          <input
            ref={text}
            type="text"
            autoComplete="off"
            spellCheck={false}
            {...control}
            defaultValue={typed ?? value}
            className="input monospace text-sm"
          />
        </div>
      )}
    </Field>
  )
}
