// Tokens of the recorded servers, adopted so that a recorded conversation can continue (see `replay` in
// simulator.ts).
import { text, type JsonObject } from '../json.ts'
import type { Call } from './call.ts'
import { secretOf } from './identity-secret.ts'
import { readJwt } from './tokens.ts'

/**
 * The recorder signed in a few times beside the recording, so those tokens stand in the requests as the real
 * server made them. One that looks well signed is taken for the account in the path, if that is not the
 * master: its owner is the user in the path, or the first user whom no other token stands for. The same owner
 * is the same user ever after.
 */
export function adopt(call: Call, token: string): void {
  const { sim } = call
  const id = accountInPath(call)
  if (id === sim.store.masterId || !sim.store.account(id)) return
  const jwt = readJwt(token)
  const foreign = jwt && wellSigned(jwt) ? text(jwt.claims, 'owner_id') : undefined
  if (foreign === undefined) return
  const known = sim.tokens.adopted.get(foreign)
  const accountId = known?.accountId ?? id
  const ownerId = known?.ownerId ?? ownerFor(call, id)
  if (ownerId === undefined) return
  sim.tokens.adopted.set(foreign, { accountId, ownerId })
  const secret = secretOf(sim, accountId, ownerId) ?? ''
  sim.tokens.adopt(token, { accountId, ownerId, secret, method: 'cb_user_auth' })
}

/** The account that a path is about; empty when it names none. */
export function accountInPath(call: Call): string {
  const [module, id = ''] = call.path.split('/').slice(2)
  return module === 'accounts' ? id : ''
}

function wellSigned({
  header,
  claims,
  signature,
}: {
  header: JsonObject
  claims: JsonObject
  signature: string
}): boolean {
  return (
    header['alg'] === 'RS256' &&
    claims['iss'] === 'kazoo' &&
    Buffer.from(signature, 'base64url').length === 256
  )
}

function ownerFor(call: Call, accountId: string): string | undefined {
  const users = [...call.sim.store.database(accountId).all()].filter(
    (doc) => doc['pvt_type'] === 'user' && doc['pvt_deleted'] !== true,
  )
  const ids = users.map((user) => text(user, '_id') ?? '')
  const named = /\/users\/([^/]+)/.exec(call.path)?.[1]
  if (named !== undefined && ids.includes(named)) return named
  const adopted = new Set([...call.sim.tokens.adopted.values()].map(({ ownerId }) => ownerId))
  return ids.find((id) => !adopted.has(id))
}
