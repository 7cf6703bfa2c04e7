// Documents of one kind under an account: list, create, read, replace, patch, delete. Most of Kazoo's modules
// are that.
import { isOf } from '../../database.ts'
import { text, type Json, type JsonObject } from '../../json.ts'
import { accountId, dataObject, param, type Call } from '../call.ts'
import {
  create,
  createdAt,
  load,
  patched,
  publicFields,
  settable,
  softDelete,
  update,
  withDocument,
} from '../documents.ts'
import { inMemory, page } from '../listing.ts'
import { ok } from '../reply.ts'
import type { Route } from '../route.ts'
import { examine, type Problems } from '../validate.ts'

export interface Collection {
  /** In the path. */
  name: string
  /** `pvt_type`. */
  type: string
  schema: string
  row: (doc: JsonObject, call: Call) => Json
  /** Whether the list has it: Kazoo's view stops at some documents. Default: all are. */
  listed?: (doc: JsonObject) => boolean
  /** What 5.0 orders the list by, besides the id. Default: the id. */
  orderOf50?: (doc: JsonObject) => Json
  /** Pages of 4.3 are turned around. */
  reversed?: boolean
  /** Before the schema. */
  prepare?: (fields: JsonObject) => JsonObject
  /** After the schema. */
  examine?: (call: Call, doc: JsonObject, problems: Problems, ownId: string | undefined) => void
  /** What one document's answer holds besides it. */
  extra?: (call: Call, doc: JsonObject) => JsonObject
}

/** Its two routes. */
export function collection(kind: Collection): Route[] {
  const of = (call: Call): JsonObject => load(call, accountId(call), kind.type, param(call, 'document'))
  const write = (call: Call) => {
    const stored = of(call)
    const data = settable(dataObject(call))
    const intended = call.verb === 'PATCH' ? patched(publicFields(stored), data) : data
    return withDocument(
      update(call, accountId(call), stored, valid(call, kind, intended, text(stored, '_id'))),
    )
  }
  const add = (call: Call) => {
    const fields = valid(call, kind, settable(dataObject(call)), undefined)
    return createdAt(call, create(call, accountId(call), kind.type, fields))
  }
  const read = (call: Call) => {
    const doc = of(call)
    const reply = withDocument(doc)
    return kind.extra
      ? { ...reply, data: { ...settable(doc), id: doc['_id'] ?? '', ...kind.extra(call, doc) } }
      : reply
  }
  const remove = (call: Call) => ok(softDelete(call, accountId(call), of(call)))
  return [
    { path: `accounts/{account}/${kind.name}`, verbs: { GET: (call) => listed(call, kind), PUT: add } },
    {
      path: `accounts/{account}/${kind.name}/{document}`,
      verbs: { GET: read, POST: write, PATCH: write, DELETE: remove },
    },
  ]
}

function byId(doc: JsonObject): string {
  return text(doc, '_id') ?? ''
}

function listed(call: Call, kind: Collection) {
  const { listed: isListed = () => true, orderOf50, type } = kind
  const database = call.sim.store.database(accountId(call))
  const docs = database.view(`listed ${kind.name}`, (doc) => isOf(type, doc) && isListed(doc))
  const key = call.sim.flavour.kazoo === '5.0' ? (orderOf50 ?? byId) : byId
  return page(call, {
    ...inMemory(key === byId ? docs : database.sorted(`ordered ${kind.name}`, docs, key)),
    key,
    row: (doc) => kind.row(doc, call),
    reversed: kind.reversed ?? false,
  })
}

function valid(call: Call, kind: Collection, given: JsonObject, ownId: string | undefined): JsonObject {
  const { doc, problems } = examine(call, kind.schema, kind.prepare?.(given) ?? given)
  kind.examine?.(call, doc, problems, ownId)
  problems.refuseAny()
  return doc
}
