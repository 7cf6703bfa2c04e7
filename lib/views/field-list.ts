// What a field list says of a noun's fields, each once (decision 260). Form, rules, view, patch, wire,
// refusals and audit labels derive from it.
import type { LabelKey, MessageKey } from '../i18n/message-key.ts'

/** Why a field is refused: a key of the catalogue that browser and server both know. */
export type Rule = Extract<MessageKey, `rules.${string}`>

/**
 * Kinds of text, each with its characters and its control. `code` and what follows are read letter by letter.
 */
export const TEXTS = [
  ...(['text', 'email', 'timezone', 'choice'] as const),
  ...(['code', 'identifier', 'digits', 'number', 'mac'] as const),
] as const
/** On or off: as a whole, or one more thing that holds or does not. */
export const SWITCHES = ['switch', 'checkbox'] as const
/** What a form shows: a `user` by id, `addresses` with commas between them. */
const SHOWN = [...TEXTS, ...SWITCHES, 'user', 'addresses'] as const
/** A `secret` goes in and is never shown. */
export const KINDS = [...SHOWN, 'secret'] as const
export type Kind = (typeof KINDS)[number]

/**
 * A field as Kazoo has it: where it stands in a document. `unset`: what a switch is while the document does
 * not say.
 */
export type WireField = { readonly path: string; readonly kind: Kind; readonly unset?: boolean }
export type WireFields = Readonly<Record<string, WireField>>

/** What is asked of a text, and why it is refused otherwise. */
type Check = { readonly holds: (typed: string) => boolean; readonly otherwise: Rule }

/** A field of a form. `protected`: nobody sets it while impersonating; `masked`: nor sees it. */
export type Field = WireField & {
  readonly label: LabelKey
  readonly hint?: LabelKey
  readonly group: string
  readonly required?: Rule
  readonly checks?: readonly Check[]
  readonly protected?: true
  readonly masked?: true
}
export type FieldList = Readonly<Record<string, Field>>

/** The names of the fields that are of one of `kinds`. */
export type NamesOf<Fields extends WireFields, Of extends Kind> = {
  [Name in keyof Fields & string]: Fields[Name]['kind'] extends Of ? Name : never
}[keyof Fields & string]
/** Everything that a form shows: all but secrets. */
export type ShownName<Fields extends WireFields> = NamesOf<Fields, (typeof SHOWN)[number]>
/** The fields as a form shows and posts them: a switch is `on` or empty, nobody is empty. */
export type FormText<Fields extends WireFields> = Record<ShownName<Fields>, string>
/** The fields as values, but for ids and secrets. */
export type Values<Fields extends WireFields> = Record<NamesOf<Fields, (typeof TEXTS)[number]>, string> &
  Record<NamesOf<Fields, (typeof SWITCHES)[number]>, boolean> &
  Record<NamesOf<Fields, 'addresses'>, readonly string[]>

/** The fields of some kinds, in the order of the list. */
export function namesOf<Fields extends WireFields, Of extends Kind>(
  fields: Fields,
  kinds: readonly Of[],
): NamesOf<Fields, Of>[] {
  const isNamed = (name: string): name is NamesOf<Fields, Of> =>
    kinds.some((kind) => kind === fields[name]?.kind)
  return Object.keys(fields).filter(isNamed)
}

/** What a form shows. */
export function shownNames<Fields extends WireFields>(fields: Fields): ShownName<Fields>[] {
  return namesOf(fields, SHOWN)
}

/** A value for each name. */
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

/** Values as the text of a form, field by field as the list names them: nothing else goes to a browser. */
export function formText<Fields extends WireFields>(
  fields: Fields,
  values: Readonly<Record<ShownName<Fields>, Shown>>,
): FormText<Fields> {
  return record(shownNames(fields), (name) => asText(values[name]))
}

function asText(value: Shown): string {
  if (typeof value === 'boolean') return value ? 'on' : ''
  return typeof value === 'string' ? value : (value?.join(', ') ?? '')
}

/**
 * The way back: what `text` says, as values; what it does not say is not there. A user is looked up, and is
 * not among them.
 */
export function valuesOf<Fields extends WireFields>(
  fields: Fields,
  text: Readonly<Partial<Record<string, string>>>,
): Partial<Values<Fields>> {
  const said = <Of extends Kind>(kinds: readonly Of[]) =>
    namesOf(fields, kinds).filter((name) => text[name] !== undefined)
  return {
    ...record(said(TEXTS), (name) => text[name] ?? ''),
    ...record(said(SWITCHES), (name) => text[name] === 'on'),
    ...record(said(['addresses']), (name) => addressesIn(text[name] ?? '')),
  }
}

/** Addresses with commas, semicolons or spaces between them, each once. */
export function addressesIn(typed: string): string[] {
  return [...new Set(typed.split(/[\s,;]+/).filter((one) => one !== ''))]
}

/** A rule that an empty field keeps as well. */
export function matching(pattern: RegExp, otherwise: Rule): Check {
  return { holds: (typed) => typed === '' || pattern.test(typed), otherwise }
}

/** From `least` to `most` characters, or none. */
export function between(least: number, most: number, otherwise: Rule): Check {
  return { holds: ({ length }) => length === 0 || (length >= least && length <= most), otherwise }
}

/**
 * The fields of a form that are locked while impersonating (docs/security.md row 25); none for who works as
 * themselves.
 */
export function lockedFields(fields: FieldList, impersonating: boolean): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => (impersonating && field.protected ? [name] : []))
}

/** What stands in place of a value that nobody sees while impersonating. */
export const MASK = '••••'
