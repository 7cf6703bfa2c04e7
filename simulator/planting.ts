// Plants a raw document on demand of a test, as it may lie in Kazoo's database: no schema looks at it.
import { nextRevision } from './crossbar/documents.ts'
import { isObject, text, type Json, type JsonObject } from './json.ts'
import type { Simulator } from './simulator.ts'

/**
 * Adds a document to an account's database, or replaces the one with its id: `{account, type, document}`.
 * Of a replaced document the private keys stay unless the new one names them. `created`: it is a new one.
 * @throws TypeError for a body that makes no sense
 */
export function plantDocument(simulator: Simulator, body: JsonObject): { id: string; created: boolean } {
  const { account, type, document } = body
  if (typeof account !== 'string' || simulator.store.accounts.get(account) === undefined)
    throw new TypeError('account must be the id of an account that exists')
  if (typeof type !== 'string' || type === '')
    throw new TypeError('type must be the pvt_type of the document, such as "device"')
  if (!isObject(document)) throw new TypeError('document must be an object')
  const id = idOf(document) ?? simulator.random.hex(32)
  if (type === 'account') return { id, created: plantAccount(simulator, account, id, document) }
  const database = simulator.store.database(account)
  const stored = database.get(id)
  database.put(id, laidDown(simulator, { id, type, document, stored, defaults: { pvt_account_id: account } }))
  return { id, created: stored === undefined }
}

/** Below the parent, unless the document has a `pvt_tree` of its own or was there before. */
function plantAccount(simulator: Simulator, parentId: string, id: string, document: JsonObject): boolean {
  const { store, random } = simulator
  const stored = store.accounts.get(id)
  const parent = store.accounts.get(parentId) ?? {}
  const reseller = parent['pvt_reseller'] === true ? parentId : text(parent, 'pvt_reseller_id')
  const defaults: JsonObject = {
    pvt_account_id: id,
    pvt_tree: [...store.tree(parentId), parentId],
    pvt_enabled: true,
    pvt_api_key: random.hex(64),
    pvt_signature_secret: random.hex(32),
    ...(reseller === undefined ? {} : { pvt_reseller_id: reseller }),
  }
  if (!stored) store.accounts.markNew(id)
  store.saveAccount(laidDown(simulator, { id, type: 'account', document, stored, defaults }))
  return stored === undefined
}

interface Planting {
  id: string
  type: string
  document: JsonObject
  stored: JsonObject | undefined
  /** Private keys of a document that was not there before. */
  defaults: JsonObject
}

function laidDown({ clock }: Simulator, { id, type, document, stored, defaults }: Planting): JsonObject {
  const now = clock.gregorian()
  const { id: _, ...given } = document
  const doc: JsonObject = {
    ...(stored ? privates(stored) : { pvt_vsn: '1', pvt_created: now, ...defaults }),
    pvt_modified: now,
    ...given,
    _id: id,
    pvt_type: type,
  }
  doc['_rev'] = nextRevision(stored ?? {})
  return doc
}

/** The private keys; a deleted document is there again. */
function privates(stored: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(stored).filter(
      ([key]) => (key.startsWith('pvt_') || key.startsWith('_')) && key !== 'pvt_deleted',
    ),
  )
}

/** The id that the document names. */
function idOf(document: JsonObject): string | undefined {
  const { id, _id } = document
  if (id !== undefined && _id !== undefined && id !== _id)
    throw new TypeError('id and _id of the document must be the same')
  const named: Json | undefined = _id ?? id
  if (named === undefined) return undefined
  if (typeof named !== 'string' || named === '') throw new TypeError('id of the document must be text')
  return named
}
