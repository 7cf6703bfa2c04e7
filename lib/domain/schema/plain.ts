// Finds out whether a setting may be shown.
import 'server-only'
import type { Json } from '../../kazoo/schemas.ts'
import type { Setting } from '../../kazoo/settings.ts'
import { Sealed } from '../../sealed.ts'

/** Whether any part of it is sealed. */
export function hides(value: Setting | undefined): boolean {
  if (value instanceof Sealed) return true
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some(hides)
}

/** The same as plain JSON; undefined where any part of it is sealed. */
export function plainOf(value: Setting): Json | undefined {
  return hides(value) ? undefined : withoutSeals(value)
}

export function isRecord(value: unknown): value is Readonly<Record<string, Setting>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Sealed)
}

function withoutSeals(value: Setting): Json {
  if (value instanceof Sealed) return null
  if (isList(value)) return value.map(withoutSeals)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSeals(inner)]))
}

function isList(value: Setting): value is readonly Setting[] {
  return Array.isArray(value)
}
