// Moves an account below another, and makes it a reseller: for the master account only.
import { list, text, type JsonObject } from '../../json.ts'
import { accountId, caller, dataObject, type Call } from '../call.ts'
import { nextRevision } from '../documents.ts'
import { accountHasDescendants, forbidden, refuse, validationError } from '../refusals.ts'
import { created, ok, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'
import { accountOf } from './account.ts'
import { countChildren } from './count.ts'
import { shown, shownAccount } from './shape.ts'

export const moveRoutes: Route[] = [
  { path: 'accounts/{account}/move', verbs: { POST: move } },
  { path: 'accounts/{account}/reseller', verbs: { PUT: promote, DELETE: demote } },
]

function masterOnly(call: Call): void {
  if (!caller(call).superduper) refuse(forbidden())
}

/** An unknown target empties the tree, as Kazoo does. */
function move(call: Call): Reply {
  const { store } = call.sim
  const to = text(dataObject(call), 'to')
  if (to === undefined) refuse(validationError({ to: { required: { message: `Field 'to' is required` } } }))
  masterOnly(call)
  const id = accountId(call)
  if (to === id || store.tree(to).includes(id)) refuse(forbidden())
  const before = store.tree(id)
  const above = store.account(to) ? [...store.tree(to), to] : []
  const below = store.accounts.descendants(id)
  for (const moved of [id, ...below]) {
    const doc = store.account(moved)
    if (!doc) continue
    const rest = list(doc, 'pvt_tree').slice(before.length)
    store.saveAccount(stamped({ ...doc, pvt_tree: [...above, ...rest] }))
  }
  for (const parent of [before.at(-1), above.at(-1)])
    if (parent !== undefined) countChildren(call.sim, parent)
  return shownAccount(call, accountOf(call))
}

function promote(call: Call): Reply {
  const doc = resold(call, true)
  return created(shown(call, doc), {
    revision: text(doc, '_rev') ?? '',
    location: `${call.path}/${accountId(call)}`,
  })
}

function demote(call: Call): Reply {
  const doc = resold(call, false)
  return ok({ ...shown(call, doc), _read_only: { deleted: true } })
}

function resold(call: Call, reseller: boolean): JsonObject {
  masterOnly(call)
  const { store } = call.sim
  const id = accountId(call)
  if (id === store.masterId) refuse(forbidden())
  const below = store.accounts.descendants(id)
  if (below.some((other) => store.account(other)?.['pvt_reseller'] === true)) refuse(accountHasDescendants())
  const account: JsonObject = { ...accountOf(call), pvt_reseller: reseller }
  const above = text(account, 'pvt_reseller_id') ?? store.masterId
  store.saveAccount(stamped(account))
  for (const other of below) {
    const doc = store.account(other)
    if (doc) store.saveAccount(stamped({ ...doc, pvt_reseller_id: reseller ? id : above }))
  }
  return accountOf(call)
}

function stamped(doc: JsonObject): JsonObject {
  return { ...doc, _rev: nextRevision(doc) }
}
