// Reads a posted form by its rules, for browser and server: the parsed values, or the rule that refuses each
// field (decision 156).
import { parseWithZod } from '@conform-to/zod/v4'
import * as z from 'zod'
import type { Rule } from './field-list.ts'

// The browser's policy forbids eval, and would report zod's probe for it.
if (typeof window !== 'undefined') z.config({ jitless: true })

/** Longer than any rule allows, so a truncated value is still refused. */
const LONGEST = 10_000
/**
 * Names with dots, brackets or leading underscores mean something to Next or Conform; none of our fields has
 * one.
 */
const FIELD = /^[a-z][a-z0-9]*$/i

/** The rules of one form. */
export type Rules<Out = unknown> = z.ZodType<Out>
/** Why fields are refused, by their names; the first failing rule of each. */
export type Faults = Record<string, Rule>
export type Reading<Out> = { ok: true; value: Out } | { ok: false; faults: Faults }

/** The text fields of a form by name, the last of several; files and foreign fields are left out. */
export function textsOf(form: unknown): Record<string, string> {
  if (!(form instanceof FormData)) return {}
  const texts = [...form.entries()].flatMap(([name, value]) =>
    typeof value === 'string' && FIELD.test(name) ? [[name, value.slice(0, LONGEST)] as const] : [],
  )
  return Object.fromEntries(texts)
}

/** Reads a posted form by `rules`. Browser and server both call it, so that they agree. */
export function readForm<Out>(rules: Rules<Out>, form: unknown): Reading<Out> {
  const fields = new URLSearchParams(textsOf(form))
  // Our rules take text as it was typed, so Conform must not convert empty fields.
  const parsed = parseWithZod(fields, { schema: rules, disableAutoCoercion: true })
  if (parsed.status === 'success') return { ok: true, value: parsed.value }
  const faults: Faults = {}
  for (const [name, [message] = []] of entriesOf(parsed.error))
    faults[name] = isRule(message) ? message : 'rules.wrong'
  return { ok: false, faults }
}

function entriesOf(error: Record<string, string[] | null> | null | undefined): [string, string[]][] {
  return Object.entries(error ?? {}).map(([name, messages]) => [name, messages ?? []])
}

function isRule(message: string | undefined): message is Rule {
  return message?.startsWith('rules.') ?? false
}
