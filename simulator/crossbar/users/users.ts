// Users of an account: the list, and one of them.
import { at, isObject, list, object, text, type JsonObject } from '../../json.ts'
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
import { needObjects } from '../crashes.ts'
import { inMemory, page } from '../listing.ts'
import { initFailed, refuse } from '../refusals.ts'
import { ok, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'
import { EMERGENCY_NUMBER, withTexts } from '../texts.ts'
import { examine, type Problems } from '../validate.ts'
import { credentialsOf, type Credentials } from './credentials.ts'

export const userRoutes: Route[] = [
  { path: 'accounts/{account}/users', verbs: { GET: listUsers, PUT: add } },
  {
    path: 'accounts/{account}/users/{user}',
    verbs: { GET: (call) => withDocument(userOf(call)), POST: write, PATCH: write, DELETE: remove },
  },
]

/** The user in the path. @throws Refusal 404 */
export function userOf(call: Call): JsonObject {
  return load(call, accountId(call), 'user', param(call, 'user'))
}

function listUsers(call: Call): Reply {
  const users = call.sim.store.database(accountId(call)).ofType('user')
  if (!call.sim.flavour.descendingLists) return page(call, { ...inMemory(users), key: byId, row })
  const sorted = call.sim.store.database(accountId(call)).sorted('users by name', users, byName)
  return page(call, { ...inMemory(sorted), key: byName, row })
}

function byId(doc: JsonObject): string {
  return text(doc, '_id') ?? ''
}

/** 5.0 orders by last name, then first name. */
function byName(doc: JsonObject): string[] {
  return [(text(doc, 'last_name') ?? '').toLowerCase(), (text(doc, 'first_name') ?? '').toLowerCase()]
}

const LISTED = [
  'username',
  'email',
  'first_name',
  'last_name',
  'priv_level',
  'feature_level',
  'presence_id',
  'timezone',
  'call_recording',
  'service',
]

function row(doc: JsonObject): JsonObject {
  const result: JsonObject = { id: byId(doc), features: features(doc) }
  for (const key of LISTED) if (doc[key] !== undefined) result[key] = doc[key]
  result['flags'] = list(doc, 'flags')
  return result
}

/** What a user has switched on, as Kazoo's view names it. */
function features(doc: JsonObject): string[] {
  const found: string[] = []
  if (at(doc, ['hotdesk', 'enabled']) === true) found.push('hotdesk')
  if (at(doc, ['call_forward', 'enabled']) === true) found.push('call_forward')
  if (at(doc, ['call_forward', 'failover']) === true) found.push('call_forward_failover')
  if (Object.keys(object(object(doc, 'caller_id'), 'external')).length > 0) found.push('caller_id')
  if (doc['vm_to_email_enabled'] === true) found.push('vm_to_email')
  if (typeof at(doc, ['music_on_hold', 'media_id']) === 'string') found.push('music_on_hold')
  if (at(doc, ['do_not_disturb', 'enabled']) === true) found.push('do_not_disturb')
  const { smartpbx } = doc
  if (isObject(smartpbx))
    for (const [key, value] of Object.entries(smartpbx))
      if (isObject(value) && value['enabled'] === true) found.push(key)
  return found
}

function add(call: Call): Reply {
  const { fields, secrets } = valid(call, settable(dataObject(call)), undefined)
  const secret = { pvt_signature_secret: call.sim.random.hex(32) }
  return createdAt(call, create(call, accountId(call), 'user', fields, { ...secret, ...secrets }))
}

function write(call: Call): Reply {
  const stored = userOf(call)
  const data = settable(dataObject(call))
  const intended = call.verb === 'PATCH' ? patched(publicFields(stored), data) : data
  const { fields, secrets } = valid(call, intended, stored)
  return withDocument(update(call, accountId(call), stored, fields, secrets))
}

function remove(call: Call): Reply {
  return ok(softDelete(call, accountId(call), userOf(call)))
}

/** Reads the same as Kazoo before it validates; 4.3 also reads the number to forward to. */
function lookInto(call: Call, data: JsonObject): void {
  needObjects(data, ['caller_id'], ['caller_id', 'emergency'], ['hotdesk'])
  if (!call.sim.flavour.checksForwarding) return
  needObjects(data, ['call_forward'])
  if (data['credentials'] !== undefined) refuse(initFailed())
}

/** 4.3 requires a number if calls are forwarded. */
function checkForwarding(call: Call, doc: JsonObject, problems: Problems): void {
  const { enabled, number } = object(doc, 'call_forward')
  if (!call.sim.flavour.checksForwarding || enabled !== true || (typeof number === 'string' && number !== ''))
    return
  const message = 'Call forward number cannot be empty when call forward is enabled'
  problems.addSchemaError({ path: ['call_forward', 'number'], keyword: 'required', info: { message } })
}

function valid(call: Call, data: JsonObject, stored: JsonObject | undefined): Credentials {
  lookInto(call, data)
  const { doc, problems } = examine(call, 'users', withTexts(data, ['username'], EMERGENCY_NUMBER))
  const others = call.sim.store
    .database(accountId(call))
    .ofType('user')
    .filter((user) => user['_id'] !== stored?.['_id'])
  const credentials = credentialsOf(call, doc, stored, problems)
  checkForwarding(call, doc, problems)
  const username = text(credentials.fields, 'username')
  if (username !== undefined && others.some((user) => user['username'] === username))
    problems.add('username', 'unique', { message: 'Username must be unique within account', cause: username })
  const hotdesk = at(doc, ['hotdesk', 'id'])
  if (typeof hotdesk === 'string' && others.some((user) => at(user, ['hotdesk', 'id']) === hotdesk))
    problems.add('hotdesk.id', 'unique', { message: 'Hotdesk ID already in use', cause: hotdesk })
  problems.refuseAny()
  return credentials
}
