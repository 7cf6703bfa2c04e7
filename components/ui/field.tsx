'use client'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { useFieldState } from './form-context.ts'

export type FieldProps<Name extends string> = {
  name: Name
  label: string
  hint?: ReactNode
  required?: boolean | undefined
  className?: string | undefined
}

/** Connects a control with its label, hint and error. */
export type ControlProps = {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
  readOnly: boolean
}

type Props = FieldProps<string> & { children: (control: ControlProps, typed: string | null) => ReactNode }

/** A control with its label, hint and error. `typed` replaces the initial value after a refusal. */
export function Field({ name, label, hint, required = false, className, children }: Props): ReactNode {
  const t = useTranslations('form')
  const { id, error, typed, readOnly, withheld } = useFieldState(name)
  const notes = [
    withheld && `${id}-withheld`,
    hint !== undefined && `${id}-hint`,
    error !== null && `${id}-error`,
  ].filter(Boolean)
  const control: ControlProps = {
    id,
    name,
    'aria-describedby': notes.join(' ') || undefined,
    'aria-invalid': error !== null || undefined,
    'aria-required': required || undefined,
    readOnly: readOnly,
  }

  return (
    <div className={classNames('min-w-0 space-y-1', className)}>
      <label htmlFor={id} className="flex items-baseline gap-1.5 text-sm font-medium">
        <span data-label>{label}</span>
        {required && !readOnly && (
          <span aria-hidden="true" className="text-2xs font-normal text-ink-faint">
            {t('required')}
          </span>
        )}
      </label>
      {children(control, typed)}
      {error !== null && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {withheld && <FieldHint id={`${id}-withheld`}>{t('withheld.field')}</FieldHint>}
      {hint !== undefined && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
    </div>
  )
}

export function FieldError({ id, children }: { id: string; children: ReactNode }): ReactNode {
  return (
    <p id={id} className="flex gap-1.5 text-xs text-bad">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
      <span>{children}</span>
    </p>
  )
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }): ReactNode {
  return (
    <p id={id} className="text-xs text-ink-faint">
      {children}
    </p>
  )
}
