// The control port: tests read and set the simulator's state here, on paths that no Kazoo has.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseRule } from './faults/rule.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import { plantDocument } from './planting.ts'
import { amendSchema } from './schemas/check.ts'
import { setRegistration } from './registering.ts'
import { restore, type Simulator, type SimulatorConfig } from './simulator.ts'

const PREFIX = '/_simulator/'
const LARGEST_BODY = 1_000_000

type Reply = { status: number; body: unknown }
type Ask = { simulator: Simulator; query: URLSearchParams; body: JsonObject; id: string }

const ok = (body: unknown): Reply => ({ status: 200, body })
const done = ok({ ok: true })

const routes: Readonly<Record<string, (ask: Ask) => Reply>> = {
  'GET health': ({ simulator: { options, clock, store } }) =>
    ok({
      ok: true,
      world: options.world,
      kazoo: options.kazoo,
      now: clock.now(),
      accounts: store.accounts.size,
      warmed: store.warmed,
      memory: process.memoryUsage.rss(),
      cpu: (process.cpuUsage().user + process.cpuUsage().system) / 1000,
    }),
  'GET people': ({ simulator }) => ok({ people: simulator.store.world.people }),

  'GET requests': ({ simulator, query }) =>
    ok({ requests: simulator.log.since(Number(query.get('since') ?? 0)) }),
  'DELETE requests': ({ simulator }) => {
    simulator.log.clear()
    return done
  },
  'GET canaries': ({ simulator }) => ok({ canaries: simulator.canaries.list() }),

  'GET faults': ({ simulator }) => ok({ faults: simulator.faults.list() }),
  'POST faults': ({ simulator, body }) => ({
    status: 201,
    body: { id: simulator.faults.add(parseRule(body)) },
  }),
  'DELETE faults': ({ simulator }) => {
    simulator.faults.clear()
    return done
  },
  'GET faults/id': ({ simulator, id }) => found(simulator.faults.find(id)),
  'DELETE faults/id': ({ simulator, id }) => found(simulator.faults.remove(id) ? { ok: true } : undefined),

  'POST documents': ({ simulator, body }) => {
    const { id, created } = plantDocument(simulator, body)
    return { status: created ? 201 : 200, body: { id } }
  },

  'POST registrations': ({ simulator, body }) => found(setRegistration(simulator, body)),

  'GET clock': ({ simulator }) => time(simulator),
  'POST clock': ({ simulator, body }) => {
    const { advanceMs, at } = body
    const moment = typeof at === 'string' ? Date.parse(at) : at
    if (typeof advanceMs === 'number') simulator.clock.advance(advanceMs)
    else if (typeof moment === 'number' && Number.isFinite(moment)) simulator.clock.set(moment)
    else
      throw new TypeError(
        'advanceMs must be a number of milliseconds, or at a time (ISO 8601 or Unix milliseconds)',
      )
    return time(simulator)
  },
  'POST expire-tokens': ({ simulator }) => {
    simulator.tokens.expireAll()
    return done
  },

  'GET config': ({ simulator }) => ok(simulator.config),
  'POST config': ({ simulator, body }) => {
    Object.assign(simulator.config, parseConfig(simulator.config, body))
    return ok(simulator.config)
  },

  'POST schemas': ({ simulator, body: { id, path, part } }) => {
    if (typeof id !== 'string' || typeof path !== 'string' || !(part === null || isObject(part)))
      throw new TypeError('id and path must be text, and part a schema, or null to take it away')
    amendSchema(simulator.options.kazoo, id, path, part)
    return done
  },

  'POST restore': ({ simulator }) => {
    restore(simulator)
    return done
  },

  'GET mails': ({ simulator }) => ok({ mails: simulator.mails }),
  'DELETE mails': ({ simulator }) => {
    simulator.mails.length = 0
    return done
  },
}

/** Answers a request under `/_simulator/`; false for any other. */
export async function control(
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://simulator')
  if (!pathname.startsWith(PREFIX)) return false
  const { status, body } = await reply(simulator, request, pathname.slice(PREFIX.length), searchParams)
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
  return true
}

async function reply(
  simulator: Simulator,
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
): Promise<Reply> {
  const [noun = '', id] = path.split('/')
  const route = routes[`${request.method} ${noun}${id === undefined ? '' : '/id'}`]
  if (!route)
    return {
      status: 404,
      body: { error: `no ${request.method} ${path} here; there is ${Object.keys(routes).join(', ')}` },
    }
  try {
    return route({ simulator, query, body: await bodyOf(request), id: id ?? '' })
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError)
      return { status: 400, body: { error: error.message } }
    throw error
  }
}

async function bodyOf(request: IncomingMessage): Promise<JsonObject> {
  let text = ''
  for await (const part of request.setEncoding('utf8')) {
    text += String(part)
    if (text.length > LARGEST_BODY) throw new TypeError('the body is too long')
  }
  const body: Json = text === '' ? {} : JSON.parse(text)
  if (!isObject(body)) throw new TypeError('the body must be a JSON object')
  return body
}

function found(body: unknown): Reply {
  return body === undefined ? { status: 404, body: { error: 'not found' } } : ok(body)
}

function time({ clock }: Simulator): Reply {
  return ok({ now: clock.now(), at: new Date(clock.now()).toISOString() })
}

/** Accepts only existing switches, each with a value of its type. */
function parseConfig(config: SimulatorConfig, body: JsonObject): JsonObject {
  for (const [key, value] of Object.entries(body)) {
    const now = Object.entries(config).find(([known]) => known === key)?.[1]
    if (now === undefined)
      throw new TypeError(`unknown switch ${key}; there is ${Object.keys(config).join(', ')}`)
    if (typeof now !== typeof value) throw new TypeError(`${key} must be a ${typeof now}`)
  }
  return body
}
