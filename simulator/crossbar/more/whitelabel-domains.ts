// DNS records that a white label's domain should have, and what DNS has of them (here: nothing).
import { isObject, object, text, type Json, type JsonObject } from '../../json.ts'
import { accountId, textOption, type Call } from '../call.ts'
import { refuse, validationError } from '../refusals.ts'
import { ok, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'

export const whitelabelDomainRoutes: Route[] = [
  { path: 'accounts/{account}/whitelabel/domains', verbs: { GET: expected, POST: tested } },
]

const LOCAL = ['127.0.0.1']

/** Kazoo's preset template. */
function records(domain: string): { [type: string]: JsonObject } {
  const proxy = (zone: string, name: string): JsonObject => ({
    [`${zone}.${domain}`]: { mapping: LOCAL, name, zone },
  })
  const naptr = (place: string): JsonObject => ({
    [`proxy-${place}.${domain}`]: {
      mapping: [`10 100 "S" "SIP+D2U" "" _sip._udp.proxy-${place}.${domain}`],
      name: `${place.charAt(0).toUpperCase()}${place.slice(1)} NAPTR`,
    },
  })
  const zones = ['us-east', 'us-central', 'us-west']
  return {
    A: {
      ...proxy('us-central', 'Secondary Proxy'),
      ...proxy('us-east', 'Primary Proxy'),
      ...proxy('us-west', 'Tertiary Proxy'),
    },
    CNAME: {
      [`api.${domain}`]: { mapping: ['api.yourcompany.net'], name: 'API' },
      [`portal.${domain}`]: { mapping: ['ui.yourcompany.net'], name: 'Web GUI' },
    },
    MX: {},
    NAPTR: { ...naptr('central'), ...naptr('east'), ...naptr('west') },
    SRV: {
      [`_sip._udp.proxy-east.${domain}`]: {
        mapping: zones.map((zone, i) => `${10 + 5 * i} ${10 + 5 * i} 7000 ${zone}.${domain}`),
        name: 'East SRV',
      },
    },
    TXT: {},
  }
}

function domainOf(call: Call): string {
  const stored = call.sim.store.database(accountId(call)).get('whitelabel')
  const domain = textOption(call, 'domain') ?? text(stored ?? {}, 'domain')
  if (domain !== undefined) return domain
  const message = 'No domain found to use. Supply one on the request or create one via the whitelabel API'
  return refuse(validationError({ domain: { required: { message } } }))
}

function expected(call: Call): Reply {
  return ok(records(domainOf(call)))
}

function tested(call: Call): Reply {
  const answers: JsonObject = {}
  for (const [type, hosts] of Object.entries(records(domainOf(call)))) answers[type] = looked(hosts)
  return ok(answers)
}

function looked(hosts: JsonObject): JsonObject {
  const found: { [host: string]: Json } = {}
  for (const [host, record] of Object.entries(hosts)) {
    if (!isObject(record)) continue
    const wanted: Json = object({ record }, 'record')['mapping'] ?? []
    found[host] = { expected: wanted, actual: [], name: record['name'] ?? '' }
  }
  return found
}
