'use client'
import { createContext, use } from 'react'
import type { FormState } from '../../lib/views/form.ts'

/** What a form tells the fields inside it. */
export type FormScope = { prefix: string; state: FormState<string>; pending: boolean; locked: boolean }

export const FormScopeContext = createContext<FormScope | null>(null)

export type FieldState = {
  id: string
  error: string | null
  /** What was typed and refused, or null when there was no refusal. An absent name was typed as nothing. */
  typed: string | null
  /** To be looked at, not changed. */
  locked: boolean
}

/** The id of a field's control; the error summary links to it. */
export function controlId(prefix: string, name: string): string {
  return `${prefix}-${name}`
}

/** What the form around knows of the field `name`. */
export function useFieldState(name: string): FieldState {
  const scope = use(FormScopeContext)
  if (!scope) throw new Error(`The field ${name} stands outside a form.`)
  const refused = scope.state.status === 'rejected' ? scope.state : null
  return {
    id: controlId(scope.prefix, name),
    error: refused?.fields[name] ?? null,
    locked: scope.locked,
    typed: refused && Object.keys(refused.typed).length > 0 ? (refused.typed[name] ?? '') : null,
  }
}
