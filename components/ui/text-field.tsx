'use client'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Field, type FieldProps } from './field.tsx'

type Props<Name extends string> = FieldProps<Name> &
  Pick<
    ComponentProps<'input'>,
    'type' | 'inputMode' | 'autoComplete' | 'placeholder' | 'list' | 'onFocus' | 'onInput' | 'spellCheck'
  > & {
    value?: string
    /** Monospaced with tabular digits, for numbers and addresses that are read character by character. */
    tabularNums?: boolean
  }

/** A single-line text input. */
export function TextField<Name extends string>(props: Props<Name>): ReactNode {
  const { name, label, hint, required, className, value = '', tabularNums = false, ...rest } = props
  return (
    <Field {...{ name, label, hint, required, className }}>
      {(control, typed) => (
        <input
          type="text"
          autoComplete="off"
          {...rest}
          {...control}
          defaultValue={typed ?? value}
          className={classNames('input text-sm', tabularNums && 'monospace')}
        />
      )}
    </Field>
  )
}
