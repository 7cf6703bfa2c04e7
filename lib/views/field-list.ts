// Field lists: each field of a noun once, as data (decision 260). Its form, rules, view, patch, Kazoo's
// document, errors and audit label derive from the list.
import type { LabelKey, MessageKey } from '../i18n/message-key.ts'
import { isNumber } from './phone-number.ts'

/** Why a field is refused: a key of the catalogue that browser and server both have. */
export type Rule = Extract<MessageKey, `rules.${string}`>

/** Kinds of text: each has its own characters and its own control. */
export const TEXTS = [
  ...(['text', 'email', 'timezone', 'choice'] as const),
  ...(['code', 'identifier', 'digits', 'number', 'mac'] as const),
] as const
/** Kinds of a boolean: a `switch` turns a whole feature on, a `checkbox` is one of its options. */
export const SWITCHES = ['switch', 'checkbox'] as const
/** Kinds that a form shows: a `user` by proxy id, `addresses` separated by commas. */
const SHOWN = [...TEXTS, ...SWITCHES, 'user', 'addresses'] as const
/** All kinds: a `secret` can be set, and is never shown. */
export const KINDS = [...SHOWN, 'secret'] as const
export type Kind = (typeof KINDS)[number]

/**
 * A field of Kazoo's document, by its path. `unset` is the value of a switch that the document does not have;
 * `cleared` is what is stored for an empty text where Kazoo can remove nothing (docs/kazoo.md section 27.1).
 */
export type WireField = {
  readonly path: string
  readonly kind: Kind
  readonly unset?: boolean
  readonly cleared?: string
}
export type WireFields = Readonly<Record<string, WireField>>

/** A condition on a text, and the rule that refuses a text that does not meet it. */
type Check = { readonly holds: (typed: string) => boolean; readonly otherwise: Rule }

/**
 * A field of a form. `normalize` turns what was typed into what is stored. While impersonating, nobody sets
 * a `protected` field or sees a `masked` one.
 */
export type Field = WireField & {
  readonly label: LabelKey
  readonly hint?: LabelKey
  readonly group: string
  readonly required?: Rule
  readonly normalize?: (typed: string) => string
  readonly checks?: readonly Check[]
  readonly protected?: true
  readonly masked?: true
}
export type FieldList = Readonly<Record<string, Field>>

/** The names of the fields that are of one of `kinds`. */
export type NamesOf<Fields extends WireFields, Of extends Kind> = {
  [Name in keyof Fields & string]: Fields[Name]['kind'] extends Of ? Name : never
}[keyof Fields & string]
/** The names of all fields but secrets. */
export type ShownName<Fields extends WireFields> = NamesOf<Fields, (typeof SHOWN)[number]>
/** The fields as a form shows and posts them: a switch is `on` or empty, no user is empty. */
export type FormText<Fields extends WireFields> = Record<ShownName<Fields>, string>
/** The fields as values, without ids and secrets. */
export type Values<Fields extends WireFields> = Record<NamesOf<Fields, (typeof TEXTS)[number]>, string> &
  Record<NamesOf<Fields, (typeof SWITCHES)[number]>, boolean> &
  Record<NamesOf<Fields, 'addresses'>, readonly string[]>

/** The names of the fields of some kinds, in the order of the list. */
export function namesOf<Fields extends WireFields, Of extends Kind>(
  fields: Fields,
  kinds: readonly Of[],
): NamesOf<Fields, Of>[] {
  const isNamed = (name: string): name is NamesOf<Fields, Of> =>
    kinds.some((kind) => kind === fields[name]?.kind)
  return Object.keys(fields).filter(isNamed)
}

/** The names of all fields but secrets, in the order of the list. */
export function shownNames<Fields extends WireFields>(fields: Fields): ShownName<Fields>[] {
  return namesOf(fields, SHOWN)
}

/** A record with a value for each name. */
export function record<Name extends string, Value>(
  names: readonly Name[],
  valueOf: (name: Name) => Value,
): Record<Name, Value> {
  const values: Partial<Record<Name, Value>> = {}
  for (const name of names) values[name] = valueOf(name)
  const isWhole = (found: Partial<Record<Name, Value>>): found is Record<Name, Value> =>
    names.every((name) => Object.hasOwn(found, name))
  if (!isWhole(values)) throw new Error('a value is missing')
  return values
}

type Shown = string | boolean | null | readonly string[]

/**
 * Turns values into the text of a form. Only fields of the list are in it, so that no others reach a browser.
 * `unsupported` are the texts of fields whose stored values have no such text (unsupported.ts).
 */
export function formText<Fields extends WireFields>(
  fields: Fields,
  values: Readonly<Record<ShownName<Fields>, Shown>> & {
    readonly unsupported: Readonly<Record<string, string>>
  },
): FormText<Fields> {
  return record(shownNames(fields), (name) => values.unsupported[name] ?? asText(values[name]))
}

function asText(value: Shown): string {
  if (typeof value === 'boolean') return value ? 'on' : ''
  return typeof value === 'string' ? value : (value?.join(', ') ?? '')
}

/** Turns the text of some fields into their values; a user and a secret are not among them. */
export function valuesOf<Fields extends WireFields>(
  fields: Fields,
  text: Readonly<Partial<Record<string, string>>>,
): Partial<Values<Fields>> {
  const given = <Of extends Kind>(kinds: readonly Of[]) =>
    namesOf(fields, kinds).filter((name) => text[name] !== undefined)
  return {
    ...record(given(TEXTS), (name) => text[name] ?? ''),
    ...record(given(SWITCHES), (name) => text[name] === 'on'),
    ...record(given(['addresses']), (name) => addressesIn(text[name] ?? '')),
  }
}

/** Addresses separated by commas, semicolons or spaces, each once. */
export function addressesIn(typed: string): string[] {
  return [...new Set(typed.split(/[\s,;]+/).filter((one) => one !== ''))]
}

/** A text that matches `pattern`, or is empty. */
export function matching(pattern: RegExp, otherwise: Rule): Check {
  return { holds: (typed) => typed === '' || pattern.test(typed), otherwise }
}

/** A text of `least` to `most` characters, or an empty one. */
export function between(least: number, most: number, otherwise: Rule): Check {
  return { holds: ({ length }) => length === 0 || (length >= least && length <= most), otherwise }
}

/** A number to call of at most `most` characters, or no text. */
export function dialled(most: number, otherwise: Rule): Check {
  return { holds: (typed) => typed === '' || isNumber(typed, most), otherwise }
}

/** The fields of a form that are read-only while impersonating (docs/security.md row 25). */
export function lockedFields(fields: FieldList, impersonating: boolean): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => (impersonating && field.protected ? [name] : []))
}

/** Replaces a value that nobody sees while impersonating. */
export const MASK = '••••'
