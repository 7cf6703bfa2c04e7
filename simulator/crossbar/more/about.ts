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

/**
 * In how many accounts below users and devices are counted: nothing reads the sum, and a large world would
 * have to be made for it.
 */
const MOST = 50

/** What the account is billed for: counts only, there are no plans. */
function summary(call: Call): Reply {
  const { store, flavour, clock } = call.sim
  const account = accountId(call)
  const doc = store.account(account) ?? {}
  const below = store.accounts.descendants(account)
  const counted = flavour.kazoo === '5.0'
  const month = new Date(clock.now())
  const next = Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1) / 1000 + 62_167_219_200
  return ok({
    plans: {},
    overrides: {},
    invoices: [],
    quantities: {
      account: {
        users: {},
        devices: {},
        ...billable(call, [account]),
        ...(counted && below.length > 0 ? { accounts: { account: 1 } } : {}),
      },
      cascade: {
        ...billable(call, below.slice(0, MOST)),
        ...(counted && below.length > 0 ? { accounts: { account: below.length } } : {}),
      },
      manual: {},
    },
    reseller: { id: text(doc, 'pvt_reseller_id') ?? '', is_reseller: doc['pvt_reseller'] === true },
    ratedeck: {},
    applications: {},
    limits: { id: 'limits' },
    im: {},
    payment_tokens: {},
    billing_cycle: { next, period: 1, unit: 'month' },
    status: { acceptable: true, reason: 'good standing not required' },
  })
}

/** Users and devices of these accounts by their types, each kind where there is one. */
function billable(call: Call, accounts: readonly string[]): JsonObject {
  const databases = accounts.map((id) => call.sim.store.database(id))
  const all = (type: string) => databases.flatMap((database) => database.ofType(type))
  const users = all('user').map((doc) => text(doc, 'priv_level') ?? 'user')
  const devices = all('device').map((doc) => text(doc, 'device_type') ?? 'sip_device')
  const billed = call.sim.flavour.kazoo === '5.0' ? devices.filter((type) => type !== 'clicktocall') : devices
  return {
    ...(users.length === 0 ? {} : { users: tally(users) }),
    ...(billed.length === 0 ? {} : { devices: tally(billed) }),
  }
}

function tally(values: string[]): JsonObject {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
