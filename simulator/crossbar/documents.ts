// Documents: their public form, how they are made, changed and deleted.
import { createHash } from 'node:crypto'
import { isObject, text, type Json, type JsonObject } from '../json.ts'
import { gate } from './billing.ts'
import { option, type Call } from './call.ts'
import { badIdentifier, conflict, refuse } from './refusals.ts'
import { ok, type Reply } from './reply.ts'

/** What a caller may see: no `_*` and `pvt_*` keys, and the id. */
export function publicForm(doc: JsonObject): JsonObject {
  const shown: JsonObject = {}
  for (const [key, value] of Object.entries(doc)) if (!isPrivate(key)) shown[key] = value
  if (doc['_read_only'] !== undefined) shown['_read_only'] = doc['_read_only']
  if (doc['_id'] !== undefined) shown['id'] = doc['_id']
  return shown
}

/** What a caller may set of a document. */
export function settable(data: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !isPrivate(key) && key !== 'id'))
}

function isPrivate(key: string): boolean {
  return key.startsWith('_') || key.startsWith('pvt_')
}

/**
 * The account's document of that type.
 * @throws Refusal 404 when there is none, it is deleted or of another type
 */
export function load(call: Call, account: string, type: string, id: string): JsonObject {
  const doc = call.sim.store.database(account).get(id)
  if (!doc || doc['pvt_type'] !== type || doc['pvt_deleted'] === true) refuse(badIdentifier(id))
  return doc
}

/**
 * Saves a new document, with the caller's `data.id` if there is one.
 * @throws Refusal 402 if it has charges that the caller did not accept, 409 if the id exists
 */
export function create(
  call: Call,
  account: string,
  type: string,
  fields: JsonObject,
  secrets: JsonObject = {},
): JsonObject {
  const { sim } = call
  gate(call, account, type)
  const requestedId = option(call, '_id') ?? (isObject(call.data) ? call.data['id'] : undefined)
  const id = typeof requestedId === 'string' && requestedId !== '' ? requestedId : sim.random.hex(32)
  const database = sim.store.database(account)
  if (database.get(id)) refuse(conflict())
  const now = sim.clock.gregorian()
  const doc: JsonObject = {
    ...fields,
    _id: id,
    pvt_type: type,
    pvt_vsn: '1',
    pvt_account_id: account,
    pvt_created: now,
    pvt_modified: now,
    ...secrets,
  }
  doc['_rev'] = revision(1, doc)
  database.put(id, doc)
  return doc
}

/** Replaces a document's public fields; private keys stay, except the given ones. */
export function update(
  call: Call,
  account: string,
  stored: JsonObject,
  fields: JsonObject,
  secrets: JsonObject = {},
): JsonObject {
  const { sim } = call
  const doc: JsonObject = { ...fields }
  for (const [key, value] of Object.entries(stored)) if (isPrivate(key)) doc[key] = value
  Object.assign(doc, secrets)
  for (const [key, value] of Object.entries(secrets)) if (value === null) delete doc[key]
  doc['pvt_modified'] = sim.clock.gregorian()
  doc['_rev'] = nextRevision(doc)
  sim.store.database(account).put(text(doc, '_id') ?? '', doc)
  return doc
}

/** Marks a document as deleted, and answers with its last content. */
export function softDelete(call: Call, account: string, doc: JsonObject): JsonObject {
  const deleted: JsonObject = { ...doc, pvt_deleted: true }
  deleted['_rev'] = nextRevision(deleted)
  call.sim.store.database(account).put(text(doc, '_id') ?? '', deleted)
  return { ...publicForm(doc), _read_only: { deleted: true } }
}

/** The answer with one document. */
export function withDocument(doc: JsonObject): Reply {
  return ok(publicForm(doc), { revision: text(doc, '_rev') ?? '' })
}

/** The answer to PUT: where the new document is. */
export function createdAt(call: Call, doc: JsonObject): Reply {
  const location = `${call.path}/${text(doc, '_id')}`
  return { ...withDocument(doc), status: 201, location }
}

/**
 * Applies a PATCH to the stored fields: null removes a key, an object is merged unless it is empty,
 * anything else replaces. Nulls that were stored go too, except those in lists (docs/kazoo.md section 28.3).
 */
export function patched(stored: JsonObject, changes: JsonObject): JsonObject {
  const result: JsonObject = withoutNulls(stored)
  for (const [key, value] of Object.entries(changes)) {
    const before = stored[key]
    if (value === null) delete result[key]
    else if (isObject(value) && isObject(before) && Object.keys(value).length > 0)
      result[key] = patched(before, value)
    else result[key] = before === undefined && isObject(value) ? withoutNulls(value) : value
  }
  return result
}

function withoutNulls(stored: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(stored).flatMap(([key, value]) =>
      value === null ? [] : [[key, isObject(value) ? withoutNulls(value) : value]],
    ),
  )
}

/** The stored document's public fields, to be patched. */
export function publicFields(doc: JsonObject): JsonObject {
  return settable(publicForm(doc))
}

export function nextRevision(doc: JsonObject): string {
  return revision(Number.parseInt(text(doc, '_rev') ?? '0', 10) + 1, doc)
}

export function revision(generation: number, doc: Json): string {
  return `${generation}-${createHash('md5').update(JSON.stringify(doc)).digest('hex')}`
}
