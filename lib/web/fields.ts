// Parses the fields of forms for the domain.
import 'server-only'
import { z } from 'zod'
import { seal, type Sealed } from '../sealed.ts'

/** The input of a button that sends no fields. */
export const noFields = z.object({})

const texts = z.record(z.string(), z.string())

/** A password that replaces another. Empty, which becomes null, keeps the current one. */
export function newSecret(typed: string): Sealed<'password'> | null {
  return typed === '' ? null : seal<'password'>(typed)
}

/**
 * The `initialValues` of a form, for known fields only. A form without this field, or with an invalid one,
 * has none.
 */
export function initialValuesOf<Field extends string>(
  fields: readonly Field[],
  initialValues: string,
): Partial<Record<Field, string>> {
  const posted = allInitialValues(initialValues) ?? {}
  const values: Partial<Record<Field, string>> = {}
  for (const field of fields) {
    const value = Object.hasOwn(posted, field) ? posted[field] : undefined
    if (value !== undefined) values[field] = value
  }
  return values
}

/** The same where the fields are known only later. Null: the form did not send any. */
export function allInitialValues(initialValues: string): Record<string, string> | null {
  return texts.safeParse(parsed(initialValues)).data ?? null
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
