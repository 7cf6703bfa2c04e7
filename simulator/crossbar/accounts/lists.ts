// Accounts around an account: children, descendants, siblings, tree and parents.
import { text, type JsonObject } from '../../json.ts'
import { accountId, caller, type Call } from '../call.ts'
import { page, type Listing } from '../listing.ts'
import { forbidden, initFailed, refuse } from '../refusals.ts'
import { ok, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'
import { flagsOf, or, present } from '../row.ts'

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
    id: doc['_id'] ?? '',
    ...present(doc, 'name', 'realm'),
    tree: doc['pvt_tree'] ?? [],
    flags: flagsOf(doc),
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
    key: (doc) => doc['name'] ?? null,
    row: (doc) => {
      call.sim.canaries.addDocument(doc)
      return row(doc)
    },
  })
}

function childRow(doc: JsonObject): JsonObject {
  return {
    id: doc['_id'] ?? '',
    ...present(doc, 'name', 'realm'),
    descendants_count: or(doc['descendants_count'], 0),
    flags: flagsOf(doc),
  }
}

/** Ancestors, from the caller's own account down. */
function tree(call: Call): Reply {
  const account = call.sim.store.account(accountId(call)) ?? {}
  return ok(ancestors(call, rowOfNobody(call)), { revision: text(account, '_rev') ?? '' })
}

/** 5.0 crashes when the caller is not at the top. */
function parents(call: Call): Reply {
  const { flavour } = call.sim
  if (flavour.fullTreeRows) return tree(call)
  if (!caller(call).superduper) refuse(initFailed())
  const rows = ancestors(call)
  return ok(rows, { page: { size: rows.length }, ...(rows.length > 0 ? { revision: 'list' } : {}) })
}

/** The row in a tree for an account that is no longer there: Kazoo knows neither its id nor its name. */
function rowOfNobody({ sim }: Call): JsonObject {
  return sim.flavour.fullTreeRows ? { flags: [] } : {}
}

/** `nobody` stands for an account that is no longer there. */
function ancestors(call: Call, nobody?: JsonObject): JsonObject[] {
  const { store, flavour } = call.sim
  const above = store.tree(accountId(call))
  const from = above.indexOf(caller(call).accountId)
  if (from === -1) return []
  const rows: JsonObject[] = []
  for (const id of above.slice(from)) {
    const doc = store.account(id)
    if (doc) {
      const full = { ...present(doc, 'name', 'realm'), flags: doc['flags'] ?? [] }
      rows.push({ id, ...(flavour.fullTreeRows ? full : present(doc, 'name')) })
    } else if (nobody) rows.push(nobody)
  }
  return rows
}
