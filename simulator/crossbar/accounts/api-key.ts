// The account's API key: anyone who may see the account may read it; an admin user may replace it.
import { text } from '../../json.ts'
import { isAccountAdmin } from '../authorize.ts'
import { accountId, type Call } from '../call.ts'
import { forbidden, refuse } from '../refusals.ts'
import { created, ok, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'
import { accountOf } from './account.ts'

export const apiKeyRoutes: Route[] = [
  { path: 'accounts/{account}/api_key', verbs: { GET: read, PUT: renew } },
]

function read(call: Call): Reply {
  const account = accountOf(call)
  const key = current(call) ?? text(account, 'pvt_api_key') ?? ''
  return ok({ api_key: key }, { revision: text(account, '_rev') ?? '' })
}

/** Until the account is next saved: Kazoo keeps the new key in the aggregate database only. */
function renew(call: Call): Reply {
  if (!isAccountAdmin(call)) refuse(forbidden())
  const { sim } = call
  const account = accountOf(call)
  const old = current(call)
  if (old !== undefined) sim.newKeys.delete(old)
  const key = sim.canaries.add('api-key', sim.random.hex(64))
  sim.newKeys.set(key, accountId(call))
  return created(
    { api_key: key },
    { revision: text(account, '_rev') ?? '', location: `${call.path}/${accountId(call)}` },
  )
}

function current(call: Call): string | undefined {
  return [...call.sim.newKeys].find(([, id]) => id === accountId(call))?.[0]
}
