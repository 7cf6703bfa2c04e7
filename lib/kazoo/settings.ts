// Reads and changes whole Kazoo documents key by key, for forms that are made from their schema: ids and
// secrets are sealed as they are parsed.
import 'server-only'
import { z } from 'zod'
import { seal, type Sealed } from '../sealed.ts'
import type { Body } from './body.ts'
import { path, type Fields, type Kazoo, type Path } from './client.ts'
import { containsKazooId, type DeviceRef, type UserRef } from './ids.ts'
import { isSecretKey } from './key-names.ts'

/** The value of a key; sealed where it is a secret, or refers to a resource of Kazoo's by its id. */
export type Setting =
  | null
  | boolean
  | number
  | string
  | Sealed<'setting'>
  | readonly Setting[]
  | { readonly [key: string]: Setting }
export type Settings = { readonly [key: string]: Setting }

/** A document with settings. */
export type SettingsRef = { kind: 'user'; ref: UserRef } | { kind: 'device'; ref: DeviceRef }

const document = z.record(z.string(), z.unknown()).transform(sealRecord)

/**
 * All settings (GET).
 * @throws NotFound, Unavailable
 */
export function findSettings(kazoo: Kazoo, at: SettingsRef): Promise<Settings> {
  return kazoo.one(pathOf(at), document)
}

/**
 * All settings, and the same document as `schema` reads it (GET).
 * @throws NotFound, Unavailable
 */
export function findSettingsAnd<Doc>(
  kazoo: Kazoo,
  at: SettingsRef,
  schema: z.ZodType<Doc>,
): Promise<[Settings, Doc]> {
  return kazoo.one(
    pathOf(at),
    z.preprocess((doc) => [doc, doc], z.tuple([document, schema])),
  )
}

/**
 * Changes the settings that `change` has, and removes those that are null (PATCH).
 * @throws Rejected at `fields`, NotFound, Unavailable
 */
export async function patchSettings(
  kazoo: Kazoo,
  at: SettingsRef,
  change: Body,
  fields: Fields,
): Promise<void> {
  await kazoo.patch(pathOf(at), change, z.unknown(), { fields })
}

function pathOf(at: SettingsRef): Path {
  return at.kind === 'user'
    ? path`/accounts/${at.ref.account}/users/${at.ref.user}`
    : path`/accounts/${at.ref.account}/devices/${at.ref.device}`
}

function sealRecord(record: Readonly<Record<string, unknown>>): Settings {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, sealSetting(value, isSecretAt(key, value))]),
  )
}

/** The keys of a phone are an object of many, and give no access. */
function isSecretAt(key: string, value: unknown): boolean {
  return isSecretKey(key) && !(key.endsWith('_keys') && typeof value === 'object')
}

function sealSetting(value: unknown, secret: boolean): Setting {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return secret ? seal<'setting'>(String(value)) : value
  if (typeof value === 'string') return secret || containsKazooId(value) ? seal<'setting'>(value) : value
  if (typeof value !== 'object') return null
  if (Array.isArray(value)) return value.map((item) => sealSetting(item, secret))
  const inner = Object.entries(value)
  // A key that contains an id cannot be sealed alone.
  if (secret || inner.some(([key]) => containsKazooId(key))) return seal<'setting'>(JSON.stringify(value))
  return sealRecord(Object.fromEntries(inner))
}
