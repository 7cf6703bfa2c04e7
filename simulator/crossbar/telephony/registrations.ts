// Registrations: rows of the registrar, not documents (docs/kazoo.md section 12.1).
import { gregorianOf } from '../../clock.ts'
import { at, text, type JsonObject } from '../../json.ts'
import type { Registration } from '../../store.ts'
import { superduperOnly } from '../authorize.ts'
import { accountId, param, type Call } from '../call.ts'
import { badIdentifiers, refuse } from '../refusals.ts'
import { ok, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'

export const registrationRoutes: Route[] = [
  {
    path: 'registrations',
    verbs: { GET: (call) => ok(rowsOfAll(call)) },
    authorize: superduperOnly,
    ownRule: true,
  },
  {
    path: 'registrations/count',
    verbs: { GET: (call) => ok({ count: rowsOfAll(call).length }) },
    authorize: superduperOnly,
    ownRule: true,
  },
  {
    path: 'accounts/{account}/registrations',
    verbs: { GET: (call) => ok(rowsOf(call, accountId(call))), DELETE: flushAll },
  },
  {
    path: 'accounts/{account}/registrations/count',
    verbs: { GET: (call) => ok({ count: registrationsOf(call, accountId(call)).length }) },
  },
  { path: 'accounts/{account}/registrations/{username}', verbs: { DELETE: flushOne } },
]

function registrationsOf(call: Call, account: string): Registration[] {
  return call.sim.store.database(account).registrations()
}

function rowsOf(call: Call, account: string): JsonObject[] {
  return registrationsOf(call, account).map((registration) => row(call, registration))
}

/** The whole cluster, as far as its accounts are awake. */
function rowsOfAll(call: Call): JsonObject[] {
  return call.sim.store.loaded().flatMap(([account]) => rowsOf(call, account))
}

function row(call: Call, { accountId: account, deviceId, ...phone }: Registration): JsonObject {
  const device = call.sim.store.database(account).get(deviceId) ?? {}
  const { username, realm, ip, port, contact } = phone
  const since = gregorianOf(phone.registeredAt)
  const renewed = gregorianOf(lastRenewal(phone, call.sim.clock.now()))
  const uri = contact.replace(/^.*?<|>.*$/g, '')
  return {
    username,
    realm,
    user_agent: phone.userAgent,
    call_id: `${deviceId.slice(0, 16)}@${ip}`,
    from_user: username,
    from_host: realm,
    to_user: username,
    to_host: realm,
    network_ip: ip,
    network_port: port,
    event_timestamp: renewed,
    contact: uri,
    original_contact: contact,
    proxy_path: 'sip:127.0.0.1:5060',
    expires: phone.expires,
    authorizing_id: deviceId,
    authorizing_type: 'device',
    suppress_unregister_notify: device['suppress_unregister_notifications'] ?? false,
    register_overwrite_notify: device['register_overwrite_notify'] ?? false,
    ...(device['owner_id'] === undefined ? {} : { owner_id: device['owner_id'] }),
    registrar_node: 'kazoo_apps@127.0.0.1',
    bridge_ruri: `sip:${username}@${realm};fs_path=sip:127.0.0.1:5060`,
    first_registration: false,
    initial_registration: since,
    last_registration: renewed,
    source_ip: ip,
    source_port: port,
    contact_port: port,
    contact_ip: ip,
  }
}

/** Phones register again when half of their time is over. */
function lastRenewal(
  { registeredAt, expires, silent = false }: Omit<Registration, 'accountId' | 'deviceId'>,
  now: number,
): number {
  const half = expires * 500
  return silent ? registeredAt : registeredAt + Math.floor(Math.max(0, now - registeredAt) / half) * half
}

function flushAll(call: Call): Reply {
  const database = call.sim.store.database(accountId(call))
  for (const { deviceId } of database.registrations()) database.unregister(deviceId)
  return ok('ok')
}

function flushOne(call: Call): Reply {
  const username = param(call, 'username')
  const database = call.sim.store.database(accountId(call))
  const device = database.ofType('device').find((doc) => at(doc, ['sip', 'username']) === username)
  if (!device) refuse(badIdentifiers(username))
  database.unregister(text(device, '_id') ?? '')
  return ok('ok')
}
