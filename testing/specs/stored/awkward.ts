// Values as they lie in old databases, one kind for every key of a schema at a time.
import type { KazooVersion } from '../../../scripts/services/simulator.ts'
import { schemas } from '../../../simulator/schemas/all.ts'
import { isObject, type Json, type JsonObject } from '../../../simulator/json.ts'

/** What is stored in place of plain values. */
export const AWKWARD: Readonly<Record<string, Json>> = {
  nothing: null,
  empty: '',
  'a number': 1001,
  'a number out of range': -7.5,
  yes: true,
  'yes as text': 'true',
  'an unknown word': 'no-such-choice',
  'a long text': 'x'.repeat(300),
  'odd characters': 'a\u202Eb\u0007\nc\u2028\uD800',
  'an old shape': { unconditional: { number: '123' } },
  'a list': ['a', 1],
}
/** What is stored in place of objects. */
export const AWKWARD_OBJECTS: Readonly<Record<string, Json>> = {
  nothing: null,
  'a number': 1001,
  'a word': 'no-such-choice',
  'a list': ['a', 1],
}

const DEEPEST = 5

/** The paths of the plain values, and of the objects at the top, that a schema describes. */
export function pathsIn(kazoo: KazooVersion, id: string): { plain: string[]; objects: string[] } {
  const found: { plain: string[]; objects: string[] } = { plain: [], objects: [] }
  const walk = (schema: Json | undefined, path: readonly string[], through: readonly string[]): void => {
    if (!isObject(schema) || path.length > DEEPEST) return
    const { $ref: target, properties } = schema
    if (typeof target === 'string') {
      if (!through.includes(target)) walk(schemas[kazoo][target], path, [...through, target])
      return
    }
    if (!isObject(properties)) {
      found.plain.push(path.join('.'))
      return
    }
    if (path.length === 1) found.objects.push(path.join('.'))
    for (const [key, inner] of Object.entries(properties)) walk(inner, [...path, key], through)
  }
  walk(schemas[kazoo][id], [], [])
  return found
}

/** `base` with `value` stored at each of `paths`. */
export function withValues(base: JsonObject, paths: readonly string[], value: Json): JsonObject {
  const doc = structuredClone(base)
  for (const path of paths) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    let here = doc
    for (const key of keys) {
      const next = here[key]
      if (isObject(next)) here = next
      else here = here[key] = {}
    }
    here[last] = value
  }
  return doc
}
