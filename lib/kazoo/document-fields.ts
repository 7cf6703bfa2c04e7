// Reads and writes the fields of Kazoo's documents by a field list (lib/views/field-list.ts).
import 'server-only'
import { z } from 'zod'
import { seal, type Sealed } from '../sealed.ts'
import {
  namesOf,
  record,
  SWITCHES,
  TEXTS,
  type Kind,
  type NamesOf,
  type Values,
  type WireField,
  type WireFields,
} from '../views/field-list.ts'
import { isUnsupported, unsupported } from '../views/unsupported.ts'
import type { Body } from './body.ts'
import { containsKazooId, kazooId, type KazooId, type Password } from './ids.ts'
import { unsupportedText } from './stored-value.ts'

/**
 * The fields of a document: a missing text is empty. `held` says which secrets it has, without their values.
 * `unsupported` has a text for each field that stores something of another kind (lib/views/unsupported.ts);
 * its value is what Kazoo makes of that.
 */
type FieldsDoc<Fields extends WireFields> = Values<Fields> &
  Record<NamesOf<Fields, 'user'>, KazooId<'user'> | null> & {
    held: Record<NamesOf<Fields, 'secret'>, boolean>
    unsupported: Readonly<Record<string, string>>
  }

/** The fields to change: an absent field stays, an empty text or null removes it. */
export type FieldsPatch<Fields extends WireFields> = Partial<
  Values<Fields> &
    Record<NamesOf<Fields, 'user'>, KazooId<'user'> | null> &
    Record<NamesOf<Fields, 'secret'>, Password | null>
>

const object = z.record(z.string(), z.unknown())
/** Kazoo reads numbers as text, and refuses to save most of them (docs/kazoo.md section 25.21). */
const text = z.union([z.string(), z.number().transform(String)]).catch('')
/** Kazoo reads and corrects both spellings (docs/kazoo.md section 4). */
const flag = z.union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'], case: 'sensitive' })])
const user = kazooId('user').nullable().catch(null)
const lines = z.array(z.string())
const secret = z.union([z.string().min(1), z.number().transform(String)])

/** The values that the control of a kind shows; a missing value is Kazoo's default. */
const SUPPORTED: Record<Kind, (value: unknown) => boolean> = {
  ...record([...TEXTS], () => (value: unknown) => typeof value === 'string' && !isUnsupported(value)),
  ...record([...SWITCHES], () => (value: unknown) => flag.safeParse(value).success),
  addresses: (value) => lines.safeParse(value).success,
  user: (value) => value === '' || kazooId('user').safeParse(value).success,
  secret: () => true,
}

/** The values of `fields` in `doc`. */
export function readFields<Fields extends WireFields>(fields: Fields, doc: unknown): FieldsDoc<Fields> {
  const found = (name: string) => valueAt(doc, fields[name]?.path ?? '')
  return {
    ...record(namesOf(fields, TEXTS), (name) => {
      const stored = text.parse(found(name))
      return stored === fields[name]?.cleared ? '' : stored
    }),
    ...record(namesOf(fields, SWITCHES), (name) =>
      flag.catch(isMissing(found(name)) && (fields[name]?.unset ?? false)).parse(found(name)),
    ),
    ...record(namesOf(fields, ['addresses']), (name) => lines.catch([]).parse(found(name))),
    ...record(namesOf(fields, ['user']), (name) => user.parse(found(name))),
    held: record(namesOf(fields, ['secret']), (name) => secret.safeParse(found(name)).success),
    unsupported: unsupportedIn(fields, doc, found),
  }
}

function unsupportedIn(
  fields: WireFields,
  doc: unknown,
  found: (name: string) => unknown,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { kind, path }]) => {
      const value = found(name)
      const parent = notAnObject(doc, path.split('.').slice(0, -1))
      if (parent !== undefined)
        return [[name, hasSecret(fields, parent.path) ? unsupported('') : unsupportedText(parent.value)]]
      return isMissing(value) || SUPPORTED[kind](value) ? [] : [[name, unsupportedText(value)]]
    }),
  )
}

/** What is stored in place of one of the objects that lead to a field; undefined if nothing is. */
function notAnObject(doc: unknown, parents: readonly string[]) {
  let value = doc
  for (const [index, key] of parents.entries()) {
    value = keysOf(value)[key]
    if (isMissing(value)) return undefined
    if (!object.safeParse(value).success) return { value, path: parents.slice(0, index + 1).join('.') }
  }
  return undefined
}

/** Whether a secret belongs below `parent`: what is stored in its place may be one. */
function hasSecret(fields: WireFields, parent: string): boolean {
  return Object.values(fields).some(({ kind, path }) => kind === 'secret' && path.startsWith(`${parent}.`))
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null
}

/** The paths of objects inside `parents` in `doc` that no field shows a part of. */
export function nestedIn(fields: WireFields, doc: unknown, parents: readonly string[]): string[] {
  const shown = Object.values(fields).map(({ path }) => path)
  return parents.flatMap((parent) =>
    Object.entries(keysOf(valueAt(doc, parent))).flatMap(([key, value]) => {
      const path = `${parent}.${key}`
      const known = shown.some((each) => each === path || each.startsWith(`${path}.`))
      return known || Object.keys(keysOf(value)).length === 0 || !isPlainKey(key) ? [] : [path]
    }),
  )
}

function isPlainKey(key: string): boolean {
  return /^[a-z0-9_-]{1,64}$/i.test(key) && !containsKazooId(key)
}

/** A secret that Kazoo returns, sealed as it is parsed; null if the document has none. */
export function readSecret({ path }: WireField, doc: unknown): Password | null {
  return secret
    .transform((value) => seal<'password'>(value))
    .nullable()
    .catch(null)
    .parse(valueAt(doc, path))
}

function keysOf(value: unknown): Record<string, unknown> {
  return object.safeParse(value).data ?? {}
}

function valueAt(doc: unknown, path: string): unknown {
  return path.split('.').reduce((at: unknown, key) => keysOf(at)[key], doc)
}

type Value = string | boolean | null | readonly string[] | Sealed<string>

/** The body of a PATCH or PUT: only fields of the list that `change` has, at Kazoo's paths. */
export function bodyOf(fields: WireFields, change: Readonly<Record<string, Value | undefined>>): Body {
  return nested(
    Object.entries(fields).flatMap(([name, { path, cleared = null }]) => {
      const value = Object.hasOwn(change, name) ? change[name] : undefined
      return value === undefined ? [] : [{ path: path.split('.'), value: value === '' ? cleared : value }]
    }),
  )
}

type Leaf = { path: readonly string[]; value: Value }

function nested(leaves: readonly Leaf[]): Body {
  const keys = new Set(leaves.flatMap(({ path }) => path.slice(0, 1)))
  return Object.fromEntries(
    [...keys].map((key) => {
      const below = leaves.filter(({ path }) => path[0] === key)
      const leaf = below.find(({ path }) => path.length === 1)
      const inner = below.map(({ path, value }) => ({ path: path.slice(1), value }))
      return [key, leaf === undefined ? nested(inner) : leaf.value]
    }),
  )
}

/** Our name of each field by Kazoo's path, for the errors that Kazoo returns. */
export function namesByPath(fields: WireFields): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([name, { path }]) => [path, name]))
}
