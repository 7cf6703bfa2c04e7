// Accounts around an account: children, descendants, siblings, tree and parents.
import { list, text, type JsonObject } from '../../json.ts'
import { accountId, caller, type Call } from '../call.ts'
import { page, type Listing } from '../listing.ts'
import { forbidden, initFailed, refuse } from '../refusals.ts'
import { ok, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'

export const accountListRoutes: Route[] = [
  { path: 'accounts/{account}/children', verbs: { GET: (call) => children(call, accountId(call)) } },
  { path: 'accounts/{account}/descendants', verbs: { GET: descendants } },
  { path: 'accounts/{account}/siblings', verbs: { GET: siblings } },
  { path: 'accounts/{account}/tree', verbs: { GET: tree } },
  { path: 'accounts/{account}/parents', verbs: { GET: parents } },
]

function children(call: Call, parent: string): Reply {
  return listed(call, call.sim.store.accounts.children(parent), childRow)
}

function descendants(call: Call): Reply {
  return listed(call, call.sim.store.accounts.descendants(accountId(call)), (doc) => ({
    id: text(doc, '_id') ?? '',
    name: text(doc, 'name') ?? '',
    realm: text(doc, 'realm') ?? '',
    tree: list(doc, 'pvt_tree'),
    flags: list(doc, 'flags'),
  }))
}

/** Only the master account may list the siblings of its own account. */
function siblings(call: Call): Reply {
  const { superduper, accountId: callerAccount } = caller(call)
  if (callerAccount === accountId(call) && !superduper) refuse(forbidden())
  const parent = call.sim.store.tree(accountId(call)).at(-1)
  return parent === undefined ? listed(call, [], childRow) : children(call, parent)
}

function listed(call: Call, ids: readonly string[], row: Listing['row']): Reply {
  const { accounts } = call.sim.store
  return page(call, {
    count: ids.length,
    at: (i) => accounts.get(ids[i] ?? '') ?? {},
    key: (doc) => text(doc, 'name') ?? '',
    row: (doc) => {
      call.sim.canaries.addDocument(doc)
      return row(doc)
    },
  })
}

function childRow(doc: JsonObject): JsonObject {
  return {
    id: text(doc, '_id') ?? '',
    name: text(doc, 'name') ?? '',
    realm: text(doc, 'realm') ?? '',
    descendants_count: doc['descendants_count'] ?? 0,
    flags: list(doc, 'flags'),
  }
}

/** Ancestors, from the caller's own account down. */
function tree(call: Call): Reply {
  const account = call.sim.store.account(accountId(call)) ?? {}
  return ok(ancestors(call), { revision: text(account, '_rev') ?? '' })
}

/** 5.0 crashes when the caller is not at the top. */
function parents(call: Call): Reply {
  const { flavour } = call.sim
  if (flavour.fullTreeRows) return tree(call)
  if (!caller(call).superduper) refuse(initFailed())
  const rows = ancestors(call)
  return ok(rows, { page: { size: rows.length }, ...(rows.length > 0 ? { revision: 'list' } : {}) })
}

function ancestors(call: Call): JsonObject[] {
  const { store, flavour } = call.sim
  const above = store.tree(accountId(call))
  const from = above.indexOf(caller(call).accountId)
  if (from === -1) return []
  const rows: JsonObject[] = []
  for (const id of above.slice(from)) {
    const doc = store.account(id)
    if (!doc) continue
    const row: JsonObject = { id, name: text(doc, 'name') ?? '' }
    if (flavour.fullTreeRows) {
      row['realm'] = text(doc, 'realm') ?? ''
      row['flags'] = list(doc, 'flags')
    }
    rows.push(row)
  }
  return rows
}
