// Users of an account: the list, and one of them.
import { isOf } from '../../database.ts'
import { at, object, text, type Json, type JsonObject } from '../../json.ts'
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
import { asWord, flagsOf, isTruthy, members, or, present } from '../row.ts'
import type { KazooVersion } from '../flavour.ts'
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
  const { kazoo } = call.sim.flavour
  const users = call.sim.store
    .database(accountId(call))
    .view(`users listed by ${kazoo}`, (doc) => isOf('user', doc) && featuresOf(doc, kazoo) !== undefined)
  const row = (doc: JsonObject) => rowOf(doc, featuresOf(doc, kazoo) ?? [])
  if (!call.sim.flavour.descendingLists) return page(call, { ...inMemory(users), key: byId, row })
  const sorted = call.sim.store.database(accountId(call)).sorted('users by name', users, byName)
  return page(call, { ...inMemory(sorted), key: byName, row })
}

function byId(doc: JsonObject): string {
  return text(doc, '_id') ?? ''
}

/** 5.0 orders by last name, then first name; a missing one counts as the word `undefined`. */
function byName(doc: JsonObject): string {
  return `${asWord(doc['last_name'])} ${asWord(doc['first_name'])}`
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

function rowOf(doc: JsonObject, features: Json): JsonObject {
  return { id: byId(doc), features, ...present(doc, ...LISTED), flags: flagsOf(doc) }
}

/**
 * What a user has switched on, as Kazoo's view names it. Undefined where the view stops: such a user is in no
 * list.
 */
function featuresOf(doc: JsonObject, kazoo: KazooVersion): Json | undefined {
  const given = kazoo === '5.0' ? or(doc['features'], []) : []
  const found: Json[] = []
  for (const [name, feature] of members(doc['smartpbx'])) {
    if (feature === null) return undefined
    if (isTruthy(at(feature, ['enabled']))) found.push(name)
  }
  const on = (...path: string[]) => isTruthy(at(doc, path))
  if (on('hotdesk', 'enabled')) found.push('hotdesk')
  if (on('call_forward', 'enabled')) found.push('call_forward')
  else if (on('call_forward', 'failover')) found.push('call_forward_failover')
  if (on('caller_id', 'external', 'number')) found.push('caller_id')
  if (on('vm_to_email_enabled')) found.push('vm_to_email')
  if (on('music_on_hold', 'media_id')) found.push('music_on_hold')
  for (const name of ['do_not_disturb', 'ctu', 'desktop']) if (on(name, 'enabled')) found.push(name)
  if (Array.isArray(given)) return [...given, ...found]
  return found.length === 0 ? given : undefined
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
