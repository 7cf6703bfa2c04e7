// Reads and writes the fields of Kazoo's documents by a field list (lib/views/field-list.ts).
import 'server-only'
import { z } from 'zod'
import { seal, type Sealed } from '../sealed.ts'
import {
  namesOf,
  record,
  SWITCHES,
  TEXTS,
  type NamesOf,
  type Values,
  type WireField,
  type WireFields,
} from '../views/field-list.ts'
import type { Body } from './body.ts'
import { kazooId, type KazooId, type Password } from './ids.ts'

/**
 * The fields of a document: a missing text is empty. `held` says which secrets it has, without their values.
 */
type FieldsDoc<Fields extends WireFields> = Values<Fields> &
  Record<NamesOf<Fields, 'user'>, KazooId<'user'> | null> & {
    held: Record<NamesOf<Fields, 'secret'>, boolean>
  }

/** The fields to change: an absent field stays, an empty text or null removes it. */
export type FieldsPatch<Fields extends WireFields> = Partial<
  Values<Fields> &
    Record<NamesOf<Fields, 'user'>, KazooId<'user'> | null> &
    Record<NamesOf<Fields, 'secret'>, Password | null>
>

const object = z.record(z.string(), z.unknown()).catch({})
/** Kazoo accepts numbers as text, and keeps them as numbers (docs/kazoo.md section 25.21). */
const text = z.union([z.string(), z.number().transform(String)]).catch('')
const flag = z.boolean()
const user = kazooId('user').nullable().catch(null)
const lines = z.array(z.string()).catch([])
const secret = z.string().min(1)

/** The values of `fields` in `doc`. A missing or malformed value is Kazoo's default. */
export function readFields<Fields extends WireFields>(fields: Fields, doc: unknown): FieldsDoc<Fields> {
  const found = (name: string) => valueAt(doc, fields[name]?.path ?? '')
  return {
    ...record(namesOf(fields, TEXTS), (name) => text.parse(found(name))),
    ...record(namesOf(fields, SWITCHES), (name) =>
      flag.catch(fields[name]?.unset ?? false).parse(found(name)),
    ),
    ...record(namesOf(fields, ['addresses']), (name) => lines.parse(found(name))),
    ...record(namesOf(fields, ['user']), (name) => user.parse(found(name))),
    held: record(namesOf(fields, ['secret']), (name) => secret.safeParse(found(name)).success),
  }
}

/** A secret that Kazoo returns, sealed as it is parsed; null if the document has none. */
export function readSecret({ path }: WireField, doc: unknown): Password | null {
  return secret
    .transform(seal<'password'>)
    .nullable()
    .catch(null)
    .parse(valueAt(doc, path))
}

function valueAt(doc: unknown, path: string): unknown {
  return path.split('.').reduce((at: unknown, key) => object.parse(at)[key], doc)
}

type Value = string | boolean | null | readonly string[] | Sealed<string>

/** The body of a PATCH or PUT: only fields of the list that `change` has, at Kazoo's paths. */
export function bodyOf(fields: WireFields, change: Readonly<Record<string, Value | undefined>>): Body {
  return nested(
    Object.entries(fields).flatMap(([name, { path }]) => {
      const value = Object.hasOwn(change, name) ? change[name] : undefined
      return value === undefined ? [] : [{ path: path.split('.'), value: value === '' ? null : value }]
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
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { path, kind }]) =>
      (kind === 'addresses' ? [path, `${path}.0`] : [path]).map((at) => [at, name]),
    ),
  )
}
