// Validates a device before it is saved (docs/kazoo.md section 11).
import { isIPv4 } from 'node:net'
import { at, isObject, object, text, type Json, type JsonObject } from '../../json.ts'
import { accountId, caller, type Call } from '../call.ts'
import { needObjects, needText } from '../crashes.ts'
import { EMERGENCY_NUMBER, withTexts } from '../texts.ts'
import { examine, type Problems } from '../validate.ts'

/** With casts and defaults, and the MAC address without separators. @throws Refusal 400 */
export function validDevice(call: Call, given: JsonObject, stored: JsonObject | undefined): JsonObject {
  needObjects(given, ...LOOKED_INTO)
  needText(given, 'mac_address')
  const { doc, problems } = examine(call, 'devices', withBareMac(withTexts(given, EMERGENCY_NUMBER)))
  delete doc['sync']
  dropOwnRealm(call, doc)
  const others = call.sim.store
    .database(accountId(call))
    .ofType('device')
    .filter((device) => device['_id'] !== stored?.['_id'])
  checkMac(doc, others, problems)
  checkSip(doc, others, problems)
  if (stored) checkType(call, doc, stored, problems)
  checkMobile(doc, problems)
  problems.refuseAny()
  return doc
}

const LOOKED_INTO = [
  ['caller_id'],
  ['caller_id', 'emergency'],
  ['provision'],
  ['provision', 'combo_keys'],
  ['provision', 'feature_keys'],
  ['sip'],
]

/** `00:15:65-AA.BB 01` is stored as `001565aabb01`: hex digits only, unless there are none. */
function withBareMac(given: JsonObject): JsonObject {
  const mac = text(given, 'mac_address')
  if (mac === undefined) return given
  const bare = mac.replaceAll(/[^0-9a-fA-F]/g, '').toLowerCase()
  return bare !== '' ? { ...given, mac_address: bare } : given
}

function dropOwnRealm(call: Call, doc: JsonObject): void {
  const { sip } = doc
  const realm = call.sim.store.account(accountId(call))?.['realm']
  if (isObject(sip) && sip['realm'] !== undefined && sip['realm'] === realm) delete sip['realm']
}

function checkMac(doc: JsonObject, others: readonly JsonObject[], problems: Problems): void {
  const mac = text(doc, 'mac_address')
  if (mac !== undefined && mac !== '' && others.some((device) => device['mac_address'] === mac))
    problems.add('mac_address', 'unique', { message: 'MAC address already in use', cause: mac })
}

function checkSip(doc: JsonObject, others: readonly JsonObject[], problems: Problems): void {
  const sip = object(doc, 'sip')
  const username = text(sip, 'username')?.toLowerCase()
  if (
    username !== undefined &&
    !problems.has('sip.username') &&
    others.some((device) => lower(at(device, ['sip', 'username'])) === username)
  )
    problems.add('sip.username', 'unique', {
      message: 'SIP credentials already in use',
      cause: sip['username'] ?? '',
    })
  if (sip['method'] === 'ip' && !isIPv4(text(sip, 'ip') ?? ''))
    problems.add('sip.ip', 'type', { message: 'Must be a valid IPv4 RFC 791' })
}

/** Only the master account may change the type of a device; leaving it out is a change too. */
function checkType(call: Call, doc: JsonObject, stored: JsonObject, problems: Problems): void {
  const type = doc['device_type']
  if (type === stored['device_type'] || caller(call).superduper) return
  problems.add('device_type', 'invalid', {
    message: 'Not authorized to change type of device',
    cause: type ?? '',
  })
}

function checkMobile(doc: JsonObject, problems: Problems): void {
  if (doc['device_type'] !== 'mobile') return
  if (typeof at(doc, ['mobile', 'mdn']) !== 'string')
    problems.add('mobile.mdn', 'required', { message: 'Field is required but missing' })
}

function lower(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value.toLowerCase() : undefined
}
