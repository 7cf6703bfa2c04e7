// Quickcall: a device or all devices of a user are rung, then connected. GET needs no token.
import { object, text, type Json, type JsonObject } from '../../json.ts'
import { accountId, param, type Call } from '../call.ts'
import { deviceOf } from '../devices/device-of.ts'
import { ok, type Reply } from '../reply.ts'
import type { Route, Handler } from '../route.ts'
import { userOf } from '../users/users.ts'
import { endpoint } from './endpoint.ts'

export const quickcallRoutes: Route[] = [
  route('accounts/{account}/devices/{device}/quickcall/{number}', fromDevice),
  route('accounts/{account}/users/{user}/quickcall/{number}', fromUser),
  route('accounts/{account}/users/{user}/devices/{device}/quickcall/{number}', fromDevice),
]

function route(path: string, handler: Handler): Route {
  return { path, verbs: { GET: handler, POST: handler }, open: ['GET'] }
}

function fromDevice(call: Call): Reply {
  const device = deviceOf(call)
  const owner = call.sim.store.database(accountId(call)).get(text(device, 'owner_id') ?? '')
  return originate(call, device, 'device', [device], owner)
}

function fromUser(call: Call): Reply {
  const user = userOf(call)
  const devices = call.sim.store
    .database(accountId(call))
    .ofType('device')
    .filter((doc) => doc['owner_id'] === user['_id'])
  return originate(call, user, 'user', devices, user)
}

function originate(
  call: Call,
  caller: JsonObject,
  type: string,
  devices: JsonObject[],
  owner?: JsonObject,
): Reply {
  const number = param(call, 'number')
  const rings = devices.filter(
    (doc) => doc['enabled'] !== false && object(doc, 'do_not_disturb')['enabled'] !== true,
  )
  const callee = calleeId(caller, owner)
  const request: JsonObject = {
    application_name: 'transfer',
    application_data: { route: number },
    continue_on_fail: false,
    custom_application_vars: {},
    custom_channel_vars: {
      account_id: accountId(call),
      inherit_codec: 'false',
      authorizing_type: type,
      authorizing_id: caller['_id'] ?? '',
      retain_cid: 'false',
    },
    dial_endpoint_method: 'simultaneous',
    endpoints: rings.flatMap((doc): Json[] => endpoint(call, doc, number)),
    export_custom_channel_vars: [
      'Account-ID',
      'Authorizing-ID',
      'Authorizing-Type',
      'Outbound-Callee-ID-Name',
      'Outbound-Callee-ID-Number',
      'Retain-CID',
    ],
    ignore_early_media: true,
    media: 'process',
    outbound_callee_id_name: callee.name,
    outbound_callee_id_number: callee.number,
    outbound_caller_id_name: call.query.get('cid-name') ?? 'Device QuickCall',
    outbound_caller_id_number: call.query.get('cid-number') ?? number,
    timeout: 30,
  }
  return ok(request, { revision: text(caller, '_rev') ?? '' })
}

/** Internal caller id of the caller or its owner, else the owner's name and no number. */
function calleeId(caller: JsonObject, owner: JsonObject | undefined): { name: string; number: string } {
  for (const doc of [caller, owner ?? {}]) {
    const internal = object(object(doc, 'caller_id'), 'internal')
    const number = text(internal, 'number')
    if (number !== undefined) return { name: text(internal, 'name') ?? '', number }
  }
  const name = owner
    ? `${text(owner, 'first_name') ?? ''} ${text(owner, 'last_name') ?? ''}`
    : text(caller, 'name')
  return { name: name ?? '', number: 'anonymous' }
}
