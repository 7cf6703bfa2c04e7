// Modules of which the simulator has only the lists, and the shape of an empty list.
import type { Json, JsonObject } from '../../json.ts'
import { superduperOnly } from '../authorize.ts'
import { param, type Call } from '../call.ts'
import { badIdentifier, plainError, refuse } from '../refusals.ts'
import { ok, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'

export const plainListRoutes: Route[] = [
  ...['port_requests', 'ips', 'contact_list', 'service_plans', 'transactions', 'apps_store'].map((name) =>
    fixed(`accounts/{account}/${name}`, []),
  ),
  ...['alerts', 'notifications', 'faxes/inbox', 'faxes/outbox', 'faxes/outgoing', 'sms', 'websockets'].map(
    (name) => emptyPage(`accounts/{account}/${name}`, () => []),
  ),
  emptyPage('accounts/{account}/parked_calls', (call) =>
    call.sim.flavour.kazoo === '5.0' ? [] : { slots: {} },
  ),
  fixed('accounts/{account}/services', {}),
  fixed('accounts/{account}/multi_factor', { configured: [], multi_factor_providers: [] }),
  fixed('accounts/{account}/metaflows', {}),
  fixed('accounts/{account}/allotments', {}),
  {
    path: 'accounts/{account}/configs/{config}',
    verbs: { GET: (call) => ok({ id: `configs_${param(call, 'config')}` }) },
  },
  {
    path: 'accounts/{account}/token_restrictions',
    verbs: { GET: () => refuse(badIdentifier('token_restrictions')) },
  },
  ...['rates', 'resources', 'ratedecks'].map(masterOnly),
  { ...masterOnly('templates'), kazoo: '4.3' },
  { path: 'accounts/{account}/tasks', verbs: { GET: missingView } },
  { path: 'tasks', verbs: { GET: missingView }, ownRule: true },
  { path: 'accounts/{account}/ledgers', verbs: { GET: ledgers } },
  { path: 'accounts/{account}/ledgers/available', verbs: { GET: availableLedgers } },
]

function fixed(path: string, data: Json): Route {
  return { path, verbs: { GET: () => ok(data) } }
}

/** A list of the whole cluster. */
function masterOnly(path: string): Route {
  return { ...emptyPage(path, () => []), authorize: superduperOnly, ownRule: true }
}

function emptyPage(path: string, data: (call: Call) => Json): Route {
  return { path, verbs: { GET: (call) => ok(data(call), { page: { size: 0 } }) } }
}

/** The database of this module was never created. */
export function missingView(): never {
  return refuse(plainError(503, 'datastore missing view'))
}

function ledgers(): Reply {
  return ok({ rollovers: { amount: 0, usage: { quantity: 0 } } }, { page: { size: 1 }, revision: 'list' })
}

function availableLedgers(): Reply {
  const rows = [
    ledger('per-minute-voip', 'Per Minute VoIP', ['percentage']),
    ledger('services', 'Monthly Recurring Services'),
    ledger('payments', 'Payments'),
    ledger('rollovers', 'Monthly Rollover'),
  ]
  return ok(rows, { page: { size: rows.length }, revision: 'list' })
}

function ledger(name: string, friendly: string, markup: string[] = []): JsonObject {
  return { name, friendly_name: friendly, markup_type: markup }
}
