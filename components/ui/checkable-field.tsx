'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { FieldError, FieldHint, type FieldProps } from './field.tsx'
import { useFieldState } from './form-context.ts'

export type CheckableProps<Name extends string> = Omit<FieldProps<Name>, 'required'> & {
  ticked: boolean
}

type Props = CheckableProps<string> & { appearance: 'checkbox' | 'switch' }

/** The common part of checkbox and switch: a native checkbox, absent from the form data when unchecked. */
export function CheckableField({ name, label, hint, className, ticked, appearance }: Props): ReactNode {
  const t = useTranslations('form')
  const { id, error, typed, readOnly, withheld } = useFieldState(name)
  const notes = [
    withheld && `${id}-withheld`,
    hint !== undefined && `${id}-hint`,
    error !== null && `${id}-error`,
  ].filter(Boolean)

  return (
    <div className={classNames('grid grid-cols-[auto_1fr] gap-x-2.5 gap-y-0.5', className)}>
      <span className="inline-flex h-5 items-center">
        <input
          type="checkbox"
          role={appearance === 'switch' ? 'switch' : undefined}
          id={id}
          name={name}
          value="on"
          defaultChecked={typed === null ? ticked : typed !== ''}
          disabled={readOnly}
          aria-describedby={notes.join(' ') || undefined}
          aria-invalid={error !== null || undefined}
          className={appearance === 'switch' ? 'switch' : 'checkbox'}
        />
        {/* A disabled checkbox is not sent, which would mean unchecked. */}
        {withheld && ticked && <input type="hidden" name={name} value="on" />}
      </span>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="col-start-2 space-y-0.5 empty:hidden">
        {error !== null && <FieldError id={`${id}-error`}>{error}</FieldError>}
        {withheld && <FieldHint id={`${id}-withheld`}>{t('withheld.field')}</FieldHint>}
        {hint !== undefined && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
      </div>
    </div>
  )
}
