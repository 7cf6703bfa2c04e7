'use client'
import { lazy, startTransition, useEffect, useRef, useState, type ReactNode } from 'react'
import { Field, type ControlProps, type FieldProps } from './field.tsx'
import type { LoadOptions, Option } from './use-choices.ts'

const loadInput = () => import('./combobox-input.tsx').then((part) => ({ default: part.ComboboxInput }))
const ComboboxInput = lazy(loadInput)

type Props<Name extends string> = FieldProps<Name> & {
  /** What is chosen, null for nothing. Its id is what the form sends. */
  value: Option | null
  /** The first options: what can be chosen from without script, and before it has come. */
  first: readonly Option[]
  load: LoadOptions
  placeholder?: string
}

/** One of many, found by typing. Without script, one of the first. */
export function ComboboxField<Name extends string>(props: Props<Name>): ReactNode {
  const { name, label, hint, required, className, value } = props
  return (
    <Field {...{ name, label, hint, required, className }}>
      {/* When the known value changes, what was chosen before it is forgotten. */}
      {(control, typed) => <Chooser key={value?.id ?? ''} {...props} control={control} typed={typed} />}
    </Field>
  )
}

type ChooserProps = Props<string> & { control: ControlProps; typed: string | null }

function Chooser({ control, typed, value, first, load, label, required = false, placeholder }: ChooserProps) {
  const typing = useTyping()
  const known = value === null || first.some(({ id }) => id === value.id) ? first : [value, ...first]
  const [chosen, setChosen] = useState(
    typed === null ? value : (known.find(({ id }) => id === typed) ?? value),
  )
  const sent = useRef<HTMLInputElement>(null)

  function choose(option: Option | null) {
    setChosen(option)
    if (!sent.current) return
    // The form around hears of what is typed, and of nothing else.
    sent.current.value = option?.id ?? ''
    sent.current.dispatchEvent(new Event('input', { bubbles: true }))
  }

  if (typing) {
    return (
      <>
        <input ref={sent} type="hidden" name={control.name} value={chosen?.id ?? ''} />
        <ComboboxInput
          {...{ control, label, chosen, load, placeholder }}
          clearable={!required}
          onChoose={choose}
        />
      </>
    )
  }
  const { readOnly, ...select } = control
  return (
    <select
      {...select}
      disabled={readOnly}
      value={chosen?.id ?? ''}
      onChange={(event) => setChosen(known.find(({ id }) => id === event.target.value) ?? null)}
      className="input truncate text-sm"
    >
      <option value="">–</option>
      {known.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

/** Whether what is typed into is here: it comes by itself once the page works, and not at all where it cannot be fetched. */
function useTyping(): boolean {
  const [typing, setTyping] = useState(false)
  useEffect(() => {
    loadInput().then(
      () => startTransition(() => setTyping(true)),
      () => {},
    )
  }, [])
  return typing
}
