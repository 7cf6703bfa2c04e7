// Builds the smallest document for a change of settings, and maps a field that Kazoo refuses back to the
// form.
import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { Body } from '../../kazoo/body.ts'
import type { Json } from '../../kazoo/schemas.ts'
import type { Password } from '../../kazoo/ids.ts'
import { Sealed } from '../../sealed.ts'

/** A changed setting, with its value before and after. */
export type Changed = {
  readonly path: readonly string[]
  readonly name: string
  readonly before: Json | Sealed<'setting'>
  readonly after: Json | Password
  /** The texts for the audit log. */
  readonly texts: Record<'before' | 'after', string | Sealed<'setting'>>
}

type BodyValue = Body[string]
type Tree = { [key: string]: BodyValue | Tree }

/**
 * The document for PATCH: only the changes, null for removals; inside maps and JSON too, because Kazoo
 * merges.
 */
export function bodyOf(changes: readonly Changed[]): Body {
  const body: Tree = {}
  for (const { path, before, after } of changes) {
    const [last = '', ...above] = path.toReversed()
    let here = body
    for (const key of above.toReversed()) {
      const next = here[key]
      here = isTree(next) ? next : (here[key] = {})
    }
    here[last] = after instanceof Sealed ? after : difference(before instanceof Sealed ? null : before, after)
  }
  return body
}

/** Whether Kazoo would store anything new: `{}` instead of nothing changes nothing. */
export function makesChange({ before, after }: Changed): boolean {
  if (before instanceof Sealed || after instanceof Sealed) return true
  const empty = before === null && isObject(after) && Object.keys(after).length === 0
  return !empty && !isDeepStrictEqual(before, after)
}

/** The Kazoo paths that may be refused, each with the name of its form field. */
export function pathsOf(changes: readonly Changed[]): Record<string, string> {
  const places: Record<string, string> = {}
  for (const { path, name, after } of changes) {
    const own = path.join('.')
    places[own] = name
    if (!(after instanceof Sealed)) for (const inner of pathsIn(after)) places[`${own}.${inner}`] = name
  }
  return places
}

function difference(before: Json, after: Json): BodyValue {
  if (!isObject(after) || !isObject(before)) return bodyValueOf(after)
  const changes: Tree = {}
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) changes[key] = null
  for (const [key, value] of Object.entries(after)) {
    const old = Object.hasOwn(before, key) ? (before[key] ?? null) : null
    if (!isDeepStrictEqual(old, value)) changes[key] = difference(old, value)
  }
  return changes
}

function bodyValueOf(value: Json): BodyValue {
  if (isList(value)) return value.flatMap((item) => asItem(bodyValueOf(item)))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, bodyValueOf(inner)]))
}

/** No Kazoo document has a list in a list, and the client cannot send one. */
function asItem(value: BodyValue): Exclude<BodyValue, readonly unknown[]>[] {
  return isItems(value) ? value.flatMap(asItem) : [value]
}

function pathsIn(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    [key].concat(pathsIn(inner).map((page) => `${key}.${page}`)),
  )
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function isItems(value: BodyValue): value is Extract<BodyValue, readonly unknown[]> {
  return Array.isArray(value)
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTree(value: BodyValue | Tree): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Sealed)
}
