// About the server, its security settings and the services of an account.
import { text, type JsonObject } from '../../json.ts'
import { superduperOnly } from '../authorize.ts'
import { accountId, type Call } from '../call.ts'
import { ok, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'

export const aboutRoutes: Route[] = [
  { path: 'about', verbs: { GET: about }, authorize: superduperOnly, ownRule: true },
  { path: 'accounts/{account}/about', verbs: { GET: about } },
  { path: 'security', verbs: { GET: methods }, open: ['GET'] },
  { path: 'accounts/{account}/security', verbs: { GET: security } },
  { path: 'accounts/{account}/services/summary', verbs: { GET: summary } },
]

function about(call: Call): Reply {
  return ok({
    version: call.sim.flavour.version,
    used_memory: 50_914_032,
    processes: 534,
    ports: 10,
    erlang_version: '25',
  })
}

function modules(call: Call): string[] {
  const usual = ['cb_user_auth', 'cb_api_auth', 'cb_auth', 'cb_ip_auth']
  return call.sim.flavour.kazoo === '4.3' ? [...usual, 'cb_ubiquiti_auth'] : usual
}

function methods(call: Call): Reply {
  return ok({ available_auth_methods: modules(call) })
}

function security(call: Call): Reply {
  const config: JsonObject = {}
  for (const name of modules(call))
    config[name] = {
      enabled: true,
      token_auth_expiry_s: 3600,
      log_failed_attempts: true,
      log_successful_attempts: name === 'cb_user_auth',
    }
  return ok({ account: {}, inherited_config: { auth_modules: config } })
}

/** What the account is billed for: counts only, there are no plans. */
function summary(call: Call): Reply {
  const { store, flavour, clock } = call.sim
  const account = accountId(call)
  const database = store.database(account)
  const below = store.accounts.descendants(account)
  const counted = flavour.kazoo === '5.0'
  const devices = database.ofType('device').map((doc) => text(doc, 'device_type') ?? 'sip_device')
  const users = database.ofType('user').map((doc) => text(doc, 'priv_level') ?? 'user')
  const cascade = counted && below.length > 0 ? { accounts: { account: below.length } } : {}
  const month = new Date(clock.now())
  const next = Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1) / 1000 + 62_167_219_200
  return ok({
    plans: {},
    overrides: {},
    invoices: [],
    quantities: {
      account: {
        users: tally(users),
        devices: tally(counted ? devices.filter((type) => type !== 'clicktocall') : devices),
        ...(counted && below.length > 0 ? { accounts: { account: 1 } } : {}),
      },
      cascade,
      manual: {},
    },
    reseller: { id: text(store.account(account) ?? {}, 'pvt_reseller_id') ?? '', is_reseller: false },
    ratedeck: {},
    applications: {},
    limits: { id: 'limits' },
    im: {},
    payment_tokens: {},
    billing_cycle: { next, period: 1, unit: 'month' },
    status: { acceptable: true, reason: 'good standing not required' },
  })
}

function tally(values: string[]): JsonObject {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
