// What becomes of a form's fields on their way to the domain, and which of them never go back.
import 'server-only'
import { z } from 'zod'
import { seal, type Sealed } from '../sealed.ts'
import { isSecretName } from '../views/schema-form.ts'

/** Fields that are never given back to the form, whatever happens. */
const SECRET: ReadonlySet<string> = new Set([
  'password',
  'newPassword',
  'code',
  'response',
  'sipPassword',
  'pin',
  'token',
  'key',
  'clientSecret',
])

const texts = z.record(z.string(), z.string())

/** What to show again after a refusal: everything that was typed but secrets. */
export function typedOf(typed: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).filter(([name]) => !SECRET.has(name) && !isSecretName(name)),
  )
}

/** A password that takes the place of another. Left empty, which is null, the one in force stays. */
export function newSecret(typed: string): Sealed<'password'> | null {
  return typed === '' ? null : seal<'password'>(typed)
}

/** The `was` of a form: the text it was filled with, of known fields only. A form without it, or with nonsense, has said nothing. */
export function shownOf<Field extends string>(
  fields: readonly Field[],
  was: string,
): Partial<Record<Field, string>> {
  const said = shownWhole(was) ?? {}
  const known: Partial<Record<Field, string>> = {}
  for (const field of fields) {
    const value = Object.hasOwn(said, field) ? said[field] : undefined
    if (value !== undefined) known[field] = value
  }
  return known
}

/** The same where the fields are known only later. Null: the form has said nothing. */
export function shownWhole(was: string): Record<string, string> | null {
  return texts.safeParse(parsed(was)).data ?? null
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
