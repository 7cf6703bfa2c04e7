'use client'
import { useTranslations } from 'next-intl'
import { createContext, use } from 'react'
import type { FormState } from '../../lib/views/form.ts'
import type { CheckResults } from './use-field-checks.ts'

/** What a form passes to its fields. `checks` are newer than the errors in `state`. */
export type FormContextValue = {
  prefix: string
  state: FormState<string>
  checks: CheckResults
  pending: boolean
  readOnly: boolean
  /** Fields that cannot be changed while impersonating. */
  withheld: readonly string[]
}

export const FormContext = createContext<FormContextValue | null>(null)

export type FieldState = {
  id: string
  error: string | null
  /** What was typed and refused, or null without a refusal. A name that was not sent counts as empty. */
  typed: string | null
  readOnly: boolean
  /** Locked while impersonating, in a form whose other fields are not. */
  withheld: boolean
}

/** The id of a field's control; the error summary links to it. */
export function controlId(prefix: string, name: string): string {
  return `${prefix}-${name}`
}

/** The state of the field `name` in its form. */
export function useFieldState(name: string): FieldState {
  const t = useTranslations()
  const scope = use(FormContext)
  if (!scope) throw new Error(`The field ${name} is not inside a form.`)
  const refused = scope.state.status === 'rejected' ? scope.state : null
  const check = scope.checks[name]
  const fromServer = refused?.fields[name] ?? null
  return {
    id: controlId(scope.prefix, name),
    error: check === undefined ? fromServer : check && t(check),
    readOnly: scope.readOnly || scope.withheld.includes(name),
    withheld: !scope.readOnly && scope.withheld.includes(name),
    typed: refused && Object.keys(refused.typed).length > 0 ? (refused.typed[name] ?? '') : null,
  }
}
