// The white label of an account: what Kazoo's own front end shows of a brand (docs/kazoo.md section 13).
import 'server-only'
import { z } from 'zod'
import { NotFound, Unavailable } from '../errors.ts'
import { isForbiddenKey, type Body } from './body.ts'
import { path, type Kazoo } from './client.ts'
import type { KazooId } from './ids.ts'

/** Of a white label what a brand of ours knows too, in our words. */
export type Whitelabel = { name: string; supportEmail: string; supportLink: string; terms: string }

const textDoc = z.string().catch('')
const objectDoc = z.record(z.string(), z.json()).catch({})
const WhitelabelDoc = z.record(z.string(), z.json())
type WhitelabelDoc = z.output<typeof WhitelabelDoc>
type Json = WhitelabelDoc[string]

/**
 * What the account's white label says, or null: it has none (GET /accounts/A/whitelabel). @throws Unavailable
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
 * Writes what is not empty into the white label, which is made where there is none. Kazoo takes only whole
 * documents (PATCH is refused), so all else that it holds goes along as it was read. @throws Rejected,
 * Unavailable
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

/** What was read as what may be sent: without the keys that only Kazoo writes. */
function bodyOf(doc: Readonly<Record<string, Json>>, depth: number): Body {
  const kept = Object.entries(doc).filter(([key]) => !isForbiddenKey(key, depth))
  return Object.fromEntries(kept.map(([key, value]) => [key, valueOf(value, depth + 1)]))
}

function valueOf(value: Json, depth: number): Body[string] {
  if (Array.isArray(value)) return value.map((item) => itemOf(item, depth))
  return itemOf(value, depth)
}

function itemOf(value: Json, depth: number) {
  // A list in a list is nothing that this document has; nothing of it shall be lost unseen.
  if (Array.isArray(value)) throw new Unavailable('kazoo', 'faulty')
  return typeof value === 'object' && value !== null ? bodyOf(value, depth) : value
}
