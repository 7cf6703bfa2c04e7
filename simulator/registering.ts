// Registers and unregisters phones on demand of a test.
import { object, text, type JsonObject } from './json.ts'
import type { Simulator } from './simulator.ts'
import type { Registration } from './store.ts'

/** Accounts beyond which a device is not looked for in all of them. */
const SMALL = 1000

/**
 * Registers or unregisters a device: `{device, registered, account?, userAgent?, ip?, silentSeconds?}`; a
 * phone that is silent registered so long ago, and not again. Undefined when there is no such device; in a
 * large world its account must be loaded already, or named.
 */
export function setRegistration(simulator: Simulator, body: JsonObject): { registered: boolean } | undefined {
  const deviceId = text(body, 'device')
  const registered = body['registered']
  if (deviceId === undefined || typeof registered !== 'boolean')
    throw new TypeError('device must be a device id, and registered true or false')
  const accountId = text(body, 'account') ?? accountOf(simulator, deviceId)
  if (accountId === undefined || !simulator.store.account(accountId)) return undefined
  const database = simulator.store.database(accountId)
  const device = database.get(deviceId)
  if (!device) return undefined
  if (registered) database.register(registrationOf(simulator, accountId, device, body))
  else database.unregister(deviceId)
  return { registered }
}

function registrationOf(
  simulator: Simulator,
  accountId: string,
  device: JsonObject,
  body: JsonObject,
): Registration {
  const deviceId = text(device, '_id') ?? ''
  const username = text(object(device, 'sip'), 'username') ?? deviceId
  const ip = text(body, 'ip') ?? '192.0.2.10'
  const { silentSeconds } = body
  const silent = typeof silentSeconds === 'number'
  return {
    accountId,
    deviceId,
    username,
    realm: text(simulator.store.account(accountId) ?? {}, 'realm') ?? '',
    userAgent: text(body, 'userAgent') ?? 'Yealink SIP-T46S 66.86.0.15',
    ip,
    port: 5060,
    contact: `sip:${username}@${ip}:5060`,
    registeredAt: simulator.clock.now() - (silent ? silentSeconds * 1000 : 0),
    expires: 300,
    silent,
  }
}

function accountOf({ store }: Simulator, deviceId: string): string | undefined {
  const loaded = store.loaded().find(([, database]) => database.get(deviceId))
  if (loaded) return loaded[0]
  if (store.accounts.size > SMALL) return undefined
  for (const account of store.accounts.all()) {
    const id = text(account, '_id')
    if (id !== undefined && store.database(id).get(deviceId)) return id
  }
  return undefined
}
