// The answer to every sign-in: the user and the token.
import { text, type JsonObject } from '../../json.ts'
import { secretOf } from '../identity-secret.ts'
import type { Call } from '../call.ts'
import { invalidCredentials, refuse } from '../refusals.ts'
import { ok, type Reply } from '../reply.ts'
import type { Identity } from '../tokens.ts'

/** 201 with a new token for this identity. `located`: the location that Kazoo returns. */
export function signedIn(call: Call, identity: Omit<Identity, 'secret'>, located: string | undefined): Reply {
  const { sim } = call
  const secret = secretOf(sim, identity.accountId, identity.ownerId)
  if (secret === undefined) refuse(invalidCredentials())
  const token = sim.tokens.issue({ ...identity, secret })
  const found = located === undefined ? {} : { location: `${call.path}/${located}`, page: { size: 1 } }
  return ok(describe(call, identity.accountId, identity.ownerId), { token, ...found })
}

/** The account and user behind a token. */
export function describe(call: Call, accountId: string, ownerId: string | undefined): JsonObject {
  const { store } = call.sim
  const account = store.account(accountId) ?? {}
  const user = ownerId === undefined ? undefined : store.database(accountId).get(ownerId)
  const reseller = text(account, 'pvt_reseller_id')
  return {
    account_id: accountId,
    ...(ownerId === undefined ? {} : { owner_id: ownerId }),
    account_name: text(account, 'name') ?? '',
    language: text(user ?? {}, 'language') ?? text(account, 'language') ?? 'en-US',
    is_reseller: account['pvt_reseller'] === true,
    is_master_account: accountId === store.masterId,
    ...(reseller === undefined ? {} : { reseller_id: reseller }),
    cluster_id: call.sim.clusterId,
    apps: [],
    capabilities: { voicemail: { transcription: { available: false, default: false } } },
    ui_config: {},
  }
}
