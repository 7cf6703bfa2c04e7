// Devices of an account: the list, and one of them.
import { at, same, text, type JsonObject } from '../../json.ts'
import { accountId, dataObject, param, type Call } from '../call.ts'
import {
  create,
  createdAt,
  patched,
  publicFields,
  settable,
  softDelete,
  update,
  withDocument,
} from '../documents.ts'
import { inMemory, page } from '../listing.ts'
import { ok, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'
import { asWord, flagsOf, or, present } from '../row.ts'
import { userOf } from '../users/users.ts'
import { deviceOf } from './device-of.ts'
import { notify } from './notify.ts'
import { validDevice } from './validate.ts'

const one = {
  GET: (call: Call) => withDocument(deviceOf(call)),
  PUT: notify,
  POST: write,
  PATCH: write,
  DELETE: remove,
}

export const deviceRoutes: Route[] = [
  { path: 'accounts/{account}/devices', verbs: { GET: listDevices, PUT: add } },
  { path: 'accounts/{account}/devices/status', verbs: { GET: status } },
  { path: 'accounts/{account}/devices/{device}', verbs: one },
  { path: 'accounts/{account}/devices/{device}/sync', verbs: { POST: sync } },
  { path: 'accounts/{account}/users/{user}/devices', verbs: { GET: listOwned, PUT: add } },
  { path: 'accounts/{account}/users/{user}/devices/status', verbs: { GET: status } },
  { path: 'accounts/{account}/users/{user}/devices/{device}', verbs: one },
  { path: 'accounts/{account}/users/{user}/devices/{device}/sync', verbs: { POST: sync } },
]

function devicesOf(call: Call): readonly JsonObject[] {
  return call.sim.store.database(accountId(call)).ofType('device')
}

const byId = (doc: JsonObject): string => text(doc, '_id') ?? ''

function listDevices(call: Call): Reply {
  return page(call, { ...inMemory(devicesOf(call)), key: byId, row, reversed: true })
}

/** Devices a user owns or sits at. */
function listOwned(call: Call): Reply {
  const user = text(userOf(call), '_id') ?? ''
  const devices = devicesOf(call).filter((doc) => belongsTo(doc, user))
  return page(call, { ...inMemory(devices), key: byId, row: (doc) => ownedRow(doc, user), reversed: true })
}

/** Kazoo's view stops at a `hotdesk` of null. */
function belongsTo(doc: JsonObject, user: string): boolean {
  if (doc['hotdesk'] === null) return false
  return asWord(doc['owner_id']) === user || at(doc, ['hotdesk', 'users', user]) !== undefined
}

function row(doc: JsonObject): JsonObject {
  const username = at(doc, ['sip', 'username'])
  return {
    id: byId(doc),
    ...present(doc, 'name'),
    ...(username === undefined ? {} : { username }),
    ...common(doc),
    ...present(doc, 'mobile', 'call_recording'),
    flags: flagsOf(doc),
  }
}

function ownedRow(doc: JsonObject, user: string): JsonObject {
  return {
    id: byId(doc),
    ...present(doc, 'name'),
    ...common(doc),
    hotdesked: doc['owner_id'] !== user,
    ...present(doc, 'call_recording'),
  }
}

function common(doc: JsonObject): JsonObject {
  return {
    mac_address: or(doc['mac_address'], ''),
    ...present(doc, 'owner_id', 'enabled'),
    device_type: or(doc['device_type'], 'sip_device'),
  }
}

/** Only the registered devices. */
function status(call: Call): Reply {
  const user = call.params['user'] === undefined ? undefined : text(userOf(call), '_id')
  const database = call.sim.store.database(accountId(call))
  const registered = database.registrations().filter(({ deviceId }) => {
    const doc = database.get(deviceId)
    return (
      doc !== undefined && doc['pvt_deleted'] !== true && (user === undefined || doc['owner_id'] === user)
    )
  })
  return ok(registered.map(({ deviceId }) => ({ device_id: deviceId, registered: true })))
}

function sync(call: Call): Reply {
  deviceOf(call)
  return ok('sync request sent')
}

function add(call: Call): Reply {
  if (call.params['user'] !== undefined) userOf(call)
  const fields = validDevice(call, settable(dataObject(call)), undefined)
  return createdAt(call, create(call, accountId(call), 'device', fields))
}

function write(call: Call): Reply {
  const stored = deviceOf(call)
  const data = settable(dataObject(call))
  const fields = validDevice(call, call.verb === 'PATCH' ? patched(publicFields(stored), data) : data, stored)
  const doc = update(call, accountId(call), stored, fields)
  if (changesRegistration(stored, doc)) flush(call)
  return withDocument(doc)
}

/** New credentials, owner or state: the phone has to register again. */
function changesRegistration(before: JsonObject, after: JsonObject): boolean {
  return [['sip', 'username'], ['sip', 'password'], ['owner_id'], ['enabled']].some(
    (path) => !same(at(before, path), at(after, path)),
  )
}

function remove(call: Call): Reply {
  const deleted = softDelete(call, accountId(call), deviceOf(call))
  flush(call)
  return ok(deleted)
}

function flush(call: Call): void {
  call.sim.store.database(accountId(call)).unregister(param(call, 'device'))
}
