// A device in the form that Kazoo sends to the switch to ring it.
import { object, text, type JsonObject } from '../../json.ts'
import { accountId, type Call } from '../call.ts'

/** None for a device without SIP credentials. */
export function endpoint(call: Call, device: JsonObject, number: string): JsonObject[] {
  const sip = object(device, 'sip')
  const username = text(sip, 'username')
  if (username === undefined) return []
  const account = accountId(call)
  const realm = text(call.sim.store.account(account) ?? {}, 'realm') ?? ''
  const id = text(device, '_id') ?? ''
  const presence = `${username}@${realm}`
  const callId = `${call.sim.random.hex(36)}-quickcall`
  const flags = { dynamic: [], static: [] }
  if (call.sim.flavour.kazoo === '5.0')
    return [
      {
        invite_format: 'endpoint',
        privacy_method: 'kazoo',
        account_id: account,
        endpoint_id: id,
        endpoint_uri: `${id}@${account}`,
        presence_id: presence,
        custom_channel_vars: { auto_answer: true },
        flags,
        metaflows: {},
        endpoint_actions: {},
        outbound_call_id: callId,
      },
    ]
  const format = text(sip, 'invite_format') ?? 'contact'
  return [
    {
      invite_format: format,
      to_user: username,
      to_username: username,
      to_realm: realm,
      to_did: number,
      privacy_method: 'kazoo',
      endpoint_id: id,
      presence_id: presence,
      custom_sip_headers: { x_kazoo_invite_format: format, x_kazoo_aor: `sip:${presence}` },
      custom_channel_vars: {
        sip_invite_domain: realm,
        media_encryption_enforce_security: true,
        account_id: account,
        ...(device['owner_id'] === undefined ? {} : { owner_id: device['owner_id'] }),
        authorizing_type: 'device',
        authorizing_id: id,
        auto_answer: true,
      },
      flags,
      ignore_completed_elsewhere: true,
      outbound_call_id: callId,
    },
  ]
}
