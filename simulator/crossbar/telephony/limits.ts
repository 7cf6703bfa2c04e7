// Limits of an account: trunks and prepay. Its reseller sets them.
import { text, type JsonObject } from '../../json.ts'
import { accountId, caller, dataObject, type Call } from '../call.ts'
import { create, publicForm, settable, update } from '../documents.ts'
import { forbidden, refuse } from '../refusals.ts'
import { ok, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'
import { validated } from '../validate.ts'

export const limitRoutes: Route[] = [{ path: 'accounts/{account}/limits', verbs: { GET: read, POST: write } }]

function read(call: Call): Reply {
  const stored = call.sim.store.database(accountId(call)).get('limits')
  return ok({ ...presets(call), ...(stored ? publicForm(stored) : {}), id: 'limits' })
}

/** The limits of an account without stored ones. */
function presets(call: Call): JsonObject {
  if (call.sim.flavour.kazoo === '5.0') return { allow_prepay: true, authz_resource_types: [] }
  return {
    allow_postpay: false,
    allow_prepay: true,
    authz_resource_types: [],
    burst_trunks: 0,
    enabled: true,
    inbound_trunks: 0,
    max_postpay_ammount: 0,
    outbound_trunks: 0,
    reserve_ammount: 0,
    soft_limit_inbound: false,
    soft_limit_outbound: false,
    twoway_trunks: 0,
  }
}

/** The account's reseller may; if that is the master account, everyone in the account's tree may. */
function write(call: Call): Reply {
  const { store } = call.sim
  const { superduper, accountId: callerAccount } = caller(call)
  const reseller = text(store.account(accountId(call)) ?? {}, 'pvt_reseller_id')
  if (!superduper && reseller !== callerAccount && reseller !== store.masterId) refuse(forbidden())
  const fields = validated(call, 'limits', settable(dataObject(call)))
  const stored = store.database(accountId(call)).get('limits')
  if (stored) return ok(publicForm(update(call, accountId(call), stored, fields)))
  call.data = { id: 'limits' }
  return ok(publicForm(create(call, accountId(call), 'limits', fields)))
}
