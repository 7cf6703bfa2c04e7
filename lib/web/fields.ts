// What a form posts, field by field: plain text until a schema says otherwise, passwords sealed as they are read.
import 'server-only'
import { z } from 'zod'
import { seal } from '../sealed.ts'

/** Fields that are never given back to the form, whatever happens. */
const SECRET: ReadonlySet<string> = new Set(['password', 'sipPassword'])
const LONGEST = 10_000

/** The text fields of a form by name; files, Next's own fields and anything unreasonably long are left out. */
export function textsOf(form: unknown): Record<string, string> {
  if (!(form instanceof FormData)) return {}
  const texts = [...form.entries()].flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('$') && value.length <= LONGEST
      ? [[name, value] as const]
      : [],
  )
  return Object.fromEntries(texts)
}

/** What to show again after a refusal: everything that was typed but secrets. */
export function typedOf(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => !SECRET.has(name)))
}

/** Text without the spaces around it; absent is empty. */
export const text = z.string().trim().prefault('')
/** A checkbox: `on` or empty. */
export const checkbox = z.enum(['on', '']).catch('').prefault('')
/** A password, sealed as it is read; never trimmed. Left empty, which is null, the one in force stays. */
export const newPassword = (shortest: number, longest: number, rule: string) =>
  z
    .string()
    .prefault('')
    .refine((typed) => typed === '' || (typed.length >= shortest && typed.length <= longest), rule)
    .transform((typed) => (typed === '' ? null : seal<'password'>(typed)))

/** A password that must be given, sealed as it is read. */
export const password = (missing: string, shortest: number, longest: number, rule: string) =>
  z
    .string(missing)
    .min(1, missing)
    .min(shortest, rule)
    .max(longest, rule)
    .transform(seal<'password'>)

/** The `was` of a form: the text it was filled with, of known fields only. A form without it, or with nonsense, has said nothing. */
export function was<Field extends string>(fields: readonly Field[]) {
  return z
    .string()
    .prefault('')
    .transform((json): Partial<Record<Field, string>> => {
      const said = z.record(z.string(), z.string()).safeParse(parsed(json)).data ?? {}
      const known: Partial<Record<Field, string>> = {}
      for (const field of fields) {
        const value = Object.hasOwn(said, field) ? said[field] : undefined
        if (value !== undefined) known[field] = value
      }
      return known
    })
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
