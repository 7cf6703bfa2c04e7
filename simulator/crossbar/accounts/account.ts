// One account: GET, PUT (a child), POST, PATCH, DELETE.
import { isObject, list, text, type JsonObject } from '../../json.ts'
import { accountId, caller, dataObject, type Call } from '../call.ts'
import { nextRevision, patched, publicFields, publicForm, revision } from '../documents.ts'
import { accountHasDescendants, badIdentifier, conflict, methodNotAllowed, refuse } from '../refusals.ts'
import { created, ok, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'
import { countChildren } from './count.ts'
import { shown, shownAccount } from './shape.ts'
import { cleaned, examineAccount, validAccount } from './validate.ts'

/** Seconds that a trial lasts: fourteen days. */
const TRIAL = 14 * 24 * 3600

export const accountRoutes: Route[] = [
  { path: 'accounts', verbs: { PUT: putChild }, ownRule: true },
  {
    path: 'accounts/{account}',
    verbs: { GET: read, PUT: putChild, POST: write, PATCH: write, DELETE: remove },
  },
]

/** The account in the path. */
export function accountOf(call: Call): JsonObject {
  return call.sim.store.account(accountId(call)) ?? refuse(badIdentifier(accountId(call)))
}

function read(call: Call): Reply {
  return shownAccount(call, accountOf(call))
}

function putChild(call: Call): Reply {
  const { sim } = call
  const parentId = accountId(call)
  const parent = sim.store.account(parentId) ?? {}
  const fields = withPresets(call, cleaned(dataObject(call)))
  const doc = validAccount(call, fields, undefined)
  if (!sim.flavour.keepsEnabled) delete doc['enabled']
  const requestedId = isObject(call.data) ? call.data['id'] : undefined
  const id = typeof requestedId === 'string' && requestedId.length === 32 ? requestedId : sim.random.hex(32)
  if (sim.store.account(id)) refuse(conflict())
  const now = sim.clock.gregorian()
  const account: JsonObject = {
    ...doc,
    _id: id,
    pvt_type: 'account',
    pvt_vsn: '1',
    pvt_account_id: id,
    pvt_created: now,
    pvt_modified: now,
    pvt_tree: [...sim.store.tree(parentId), parentId],
    pvt_enabled: parent['pvt_enabled'] !== false,
    pvt_api_key: sim.random.hex(64),
    pvt_signature_secret: sim.random.hex(32),
  }
  if (doc['is_trial_account'] === true) account['pvt_trial_expires'] = now + TRIAL
  account['_rev'] = revision(1, account)
  const reseller = resellerFor(parentId, parent)
  const withReseller: JsonObject =
    reseller === undefined ? account : { ...account, pvt_reseller_id: reseller }
  sim.store.accounts.markNew(id)
  sim.store.saveAccount(withReseller)
  countChildren(sim, parentId)
  // Without a parent in the path, the services have not set the reseller yet when the answer is made.
  const answer = shown(call, call.params['account'] === undefined ? account : withReseller)
  // 5.0 returns the revision and location of an account only if it has lost it (see faults/unkept.ts).
  if (!sim.flavour.locatesAccounts) return created(answer)
  return created(answer, { revision: text(account, '_rev') ?? '', location: `${call.path}/${id}` })
}

/** The nearest reseller above: the parent itself, or the parent's. */
function resellerFor(parentId: string, parent: JsonObject): string | undefined {
  return parent['pvt_reseller'] === true ? parentId : text(parent, 'pvt_reseller_id')
}

function write(call: Call): Reply {
  const stored = accountOf(call)
  const data = cleaned(dataObject(call))
  const before = publicFields(stored)
  const intended =
    call.verb === 'PATCH'
      ? withPresets(call, patched(before, data), inheritedTimezone(call, stored))
      : withPresets(call, data)
  const { doc, problems, fitsSchema } = examineAccount(call, intended, accountId(call))
  const { mergesAccounts } = call.sim.flavour
  // 5.0 saves as soon as the schema has no objection, and looks at its own afterwards.
  if (mergesAccounts && fitsSchema && problems.any()) saveRefused(call, stored, laidOver(before, doc))
  problems.refuseAny()
  return shownAccount(call, save(call, stored, mergesAccounts ? laidOver(before, doc) : doc))
}

/**
 * 5.0 merges the new document into the stored one: missing keys stay, unless their object became empty. A
 * null in a POST that the schema lets pass removes its key; a PATCH has dropped its nulls by now.
 */
function laidOver(stored: JsonObject, doc: JsonObject): JsonObject {
  const result = { ...stored }
  for (const [key, value] of Object.entries(doc)) {
    const before = result[key]
    const merges = isObject(value) && Object.keys(value).length > 0 && isObject(before)
    if (value === null) delete result[key]
    else result[key] = merges ? laidOver(before, value) : value
  }
  return result
}

const TIMEZONE = 'America/Los_Angeles'

/** `inherited`: the time zone of an account that has none or says "inherit". */
function withPresets(call: Call, fields: JsonObject, inherited = TIMEZONE): JsonObject {
  const { timezone = 'inherit' } = fields
  return {
    realm: `${call.sim.random.hex(6)}.sip.2600hz.com`,
    ...fields,
    timezone: timezone === 'inherit' ? inherited : timezone,
  }
}

/** Of the nearest account above that has a time zone of its own. */
function inheritedTimezone(call: Call, account: JsonObject): string {
  const { store } = call.sim
  for (const id of list(account, 'pvt_tree').toReversed()) {
    const timezone = typeof id === 'string' ? store.account(id)?.['timezone'] : undefined
    if (typeof timezone === 'string' && timezone !== 'inherit') return timezone
  }
  return TIMEZONE
}

/** What 5.0 saves of a change that it refuses: all of it, but whether the account is enabled. */
function saveRefused(call: Call, stored: JsonObject, doc: JsonObject): void {
  const account: JsonObject = { ...stored, ...doc, pvt_modified: call.sim.clock.gregorian() }
  account['_rev'] = nextRevision(account)
  call.sim.store.saveAccount(account)
}

/** Only an ancestor enables or disables an account; a change without `enabled` enables it again. */
function save(call: Call, stored: JsonObject, doc: JsonObject): JsonObject {
  const { sim } = call
  const account: JsonObject = { ...doc }
  for (const [key, value] of Object.entries(stored))
    if (key.startsWith('_') || key.startsWith('pvt_')) account[key] = value
  if (caller(call).accountId !== accountId(call)) account['pvt_enabled'] = doc['enabled'] !== false
  if (!sim.flavour.keepsEnabled) delete account['enabled']
  account['pvt_modified'] = sim.clock.gregorian()
  account['_rev'] = nextRevision(account)
  for (const [key, id] of sim.newKeys) if (id === accountId(call)) sim.newKeys.delete(key)
  sim.store.saveAccount(account)
  return account
}

function remove(call: Call): Reply {
  const { store } = call.sim
  const id = accountId(call)
  if (id === store.masterId) refuse(methodNotAllowed())
  if (store.accounts.hasDescendants(id)) refuse(accountHasDescendants())
  const doc = accountOf(call)
  const parent = store.tree(id).at(-1)
  store.removeAccount(id)
  if (parent !== undefined) countChildren(call.sim, parent)
  return ok({ ...publicForm(doc), _read_only: { deleted: true } })
}
