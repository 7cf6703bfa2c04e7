'use client'
import { useTranslations } from 'next-intl'
import { createContext, use } from 'react'
import type { FormState } from '../../lib/views/form.ts'
import type { CheckResults } from './use-field-checks.ts'

/** What a form tells the fields inside it. `verdicts` are newer than the faults of `state`. */
export type FormContextValue = {
  prefix: string
  state: FormState<string>
  verdicts: CheckResults
  pending: boolean
  readOnly: boolean
  /** The fields that nobody changes while impersonating. */
  withheld: readonly string[]
}

export const FormContext = createContext<FormContextValue | null>(null)

export type FieldState = {
  id: string
  error: string | null
  /** What was typed and refused, or null when there was no refusal. An absent name was typed as nothing. */
  typed: string | null
  /** To be looked at, not changed. */
  readOnly: boolean
  /** Locked in a form whose other fields are not, and told so. */
  withheld: boolean
}

/** The id of a field's control; the error summary links to it. */
export function controlId(prefix: string, name: string): string {
  return `${prefix}-${name}`
}

/** What the form around knows of the field `name`. */
export function useFieldState(name: string): FieldState {
  const t = useTranslations()
  const scope = use(FormContext)
  if (!scope) throw new Error(`The field ${name} stands outside a form.`)
  const refused = scope.state.status === 'rejected' ? scope.state : null
  const verdict = scope.verdicts[name]
  const told = refused?.fields[name] ?? null
  return {
    id: controlId(scope.prefix, name),
    error: verdict === undefined ? told : verdict && t(verdict),
    readOnly: scope.readOnly || scope.withheld.includes(name),
    withheld: !scope.readOnly && scope.withheld.includes(name),
    typed: refused && Object.keys(refused.typed).length > 0 ? (refused.typed[name] ?? '') : null,
  }
}
