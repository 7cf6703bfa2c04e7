// Reads and writes the white label of an account: what Kazoo's own front end shows of a brand (docs/kazoo.md
// section 13).
import 'server-only'
import { z } from 'zod'
import { NotFound, Unavailable } from '../errors.ts'
import { isForbiddenKey, type Body } from './body.ts'
import { path, type Kazoo } from './client.ts'
import type { KazooId } from './ids.ts'

/** The fields of a white label that our brands have too, under our names. */
export type Whitelabel = { name: string; supportEmail: string; supportLink: string; terms: string }

const textDoc = z.string().catch('')
const objectDoc = z.record(z.string(), z.json()).catch({})
const WhitelabelDoc = z.record(z.string(), z.json())
type WhitelabelDoc = z.output<typeof WhitelabelDoc>
type Json = WhitelabelDoc[string]

/**
 * The account's white label, or null: it has none (GET /accounts/A/whitelabel).
 * @throws Unavailable
 */
export async function findWhitelabel(kazoo: Kazoo, account: KazooId<'account'>): Promise<Whitelabel | null> {
  const doc = await docOf(kazoo, account)
  if (doc === null) return null
  const [port, nav] = [objectDoc.parse(doc['port']), objectDoc.parse(doc['nav'])]
  return {
    name: textDoc.parse(doc['company_name']),
    supportEmail: textDoc.parse(port['support_email']),
    supportLink: textDoc.parse(nav['help']),
    terms: textDoc.parse(port['terms']),
  }
}

/**
 * Writes the fields that are not empty to the white label, which is created where there is none. Kazoo
 * accepts only whole documents (PATCH is refused), so all its other fields are sent as they were read.
 * @throws Rejected, Unavailable
 */
export async function writeWhitelabel(
  kazoo: Kazoo,
  account: KazooId<'account'>,
  { name, supportEmail, supportLink, terms }: Whitelabel,
): Promise<void> {
  const at = path`/accounts/${account}/whitelabel`
  const doc = await docOf(kazoo, account)
  const before = bodyOf(doc ?? {}, 0)
  const [port, nav] = [objectDoc.parse(doc?.['port']), objectDoc.parse(doc?.['nav'])]
  const body: Body = {
    ...before,
    ...unlessEmpty('company_name', name),
    port: {
      ...bodyOf(port, 1),
      ...unlessEmpty('support_email', supportEmail),
      ...unlessEmpty('terms', terms),
    },
    nav: { ...bodyOf(nav, 1), ...unlessEmpty('help', supportLink) },
  }
  await (doc === null ? kazoo.create(at, body, WhitelabelDoc) : kazoo.replace(at, body, WhitelabelDoc))
}

async function docOf(kazoo: Kazoo, account: KazooId<'account'>): Promise<WhitelabelDoc | null> {
  try {
    return await kazoo.one(path`/accounts/${account}/whitelabel`, WhitelabelDoc)
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

function unlessEmpty(key: string, value: string): Body {
  return value === '' ? {} : { [key]: value }
}

/** A document that was read, as a body to send: without the keys that only Kazoo writes. */
function bodyOf(doc: Readonly<Record<string, Json>>, depth: number): Body {
  const allowed = Object.entries(doc).filter(([key]) => !isForbiddenKey(key, depth))
  return Object.fromEntries(allowed.map(([key, value]) => [key, valueOf(value, depth + 1)]))
}

function valueOf(value: Json, depth: number): Body[string] {
  if (Array.isArray(value)) return value.map((item) => itemOf(item, depth))
  return itemOf(value, depth)
}

function itemOf(value: Json, depth: number) {
  // This document has no list in a list; refuse one rather than lose it unseen.
  if (Array.isArray(value)) throw new Unavailable('kazoo', 'faulty')
  return typeof value === 'object' && value !== null ? bodyOf(value, depth) : value
}
