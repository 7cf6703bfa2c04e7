'use client'
import { lazy, startTransition, useEffect, useRef, useState, type ReactNode } from 'react'
import { Field, type ControlProps, type FieldProps } from './field.tsx'
import type { LoadOptions, Option } from './use-choices.ts'

const loadInput = () => import('./combobox-input.tsx').then((part) => ({ default: part.ComboboxInput }))
const ComboboxInput = lazy(loadInput)

type Props<Name extends string> = FieldProps<Name> & {
  /** The selected option, or null. The form sends its id. */
  value: Option | null
  /**
   * The first options, for the plain select that is shown without script and until the combobox has loaded.
   */
  first: readonly Option[]
  load: LoadOptions
  placeholder?: string
}

/** Selects one of many options by typing. Without script it is a select of the first options. */
export function ComboboxField<Name extends string>(props: Props<Name>): ReactNode {
  const { name, label, hint, required, className, value } = props
  return (
    <Field {...{ name, label, hint, required, className }}>
      {/* A new initial value resets the selection. */}
      {(control, typed) => <Chooser key={value?.id ?? ''} {...props} control={control} typed={typed} />}
    </Field>
  )
}

type ChooserProps = Props<string> & { control: ControlProps; typed: string | null }

function Chooser({ control, typed, value, first, load, label, required = false, placeholder }: ChooserProps) {
  const loaded = useComboboxLoaded()
  const options = value === null || first.some(({ id }) => id === value.id) ? first : [value, ...first]
  const [chosen, setChosen] = useState(
    typed === null ? value : (options.find(({ id }) => id === typed) ?? value),
  )
  const hidden = useRef<HTMLInputElement>(null)

  function choose(option: Option | null) {
    setChosen(option)
    if (!hidden.current) return
    // The form listens for input events only.
    hidden.current.value = option?.id ?? ''
    hidden.current.dispatchEvent(new Event('input', { bubbles: true }))
  }

  if (loaded) {
    return (
      <>
        <input ref={hidden} type="hidden" name={control.name} value={chosen?.id ?? ''} />
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
      onChange={(event) => setChosen(options.find(({ id }) => id === event.target.value) ?? null)}
      className="input text-sm"
    >
      <option value="">–</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

/** Whether the combobox has loaded. Until then, and when it cannot be loaded, the select stays. */
function useComboboxLoaded(): boolean {
  const [loaded, setLoaded] = useState(false)
  useEffect(() => {
    loadInput().then(
      () => startTransition(() => setLoaded(true)),
      () => {},
    )
  }, [])
  return loaded
}
