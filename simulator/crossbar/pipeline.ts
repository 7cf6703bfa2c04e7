// How Crossbar handles a request: the checks in the order in which Kazoo makes them (docs/kazoo.md section
// 1).
import { text } from '../json.ts'
import type { Simulator } from '../simulator.ts'
import { authorize } from './authorize.ts'
import { identify, presentsExpired } from './authenticate.ts'
import { checkEnvelope, readBody } from './body.ts'
import { verbs, type Call, type Caller, type Verb } from './call.ts'
import { ifMatchFails, notModified } from './conditions.ts'
import { asksCors, bucketKey, corsAnswer, wrap, type Outgoing } from './envelope.ts'
import { negotiate } from './negotiate.ts'
import {
  bare,
  initFailed,
  invalidCredentials,
  methodNotAllowed,
  plainError,
  refuse,
  tooManyRequests,
  validationError,
} from './refusals.ts'
import { Refusal, type Reply } from './reply.ts'
import type { Handler, Route } from './route.ts'
import { checkAccount, findRoute } from './find-route.ts'

export interface Incoming {
  method: string
  /** Path and query. */
  url: string
  headers: Readonly<Record<string, string | undefined>>
  body: Buffer
  ip: string
}

const BANNER = 'Crossbar is up: ask for /v2/ and a module.\n'

/** Answers one request. Never throws: a crash is answered like a crash in Kazoo. */
export function answer(sim: Simulator, incoming: Incoming): Outgoing {
  const [path = '/', search = ''] = split(incoming.url)
  const version = /^\/v\d+(?=\/|$)/.exec(path)?.[0]
  if (version === undefined)
    return { status: 200, headers: { 'content-type': 'text/plain; charset=UTF-8' }, body: BANNER }
  const call = newCall(sim, incoming, path, search, version === '/v1')
  if (incoming.method === 'OPTIONS' && asksCors(call.headers)) return corsAnswer()
  if (!isKnown(incoming.method)) return wrap(call, bare(501), true)
  let checked: { handler: Handler; route: Route }
  try {
    checked = check(call, incoming)
  } catch (error) {
    return wrap(call, replyTo(error), true)
  }
  let reply: Reply
  try {
    reply = perform(call, checked.handler)
  } catch (error) {
    reply = replyTo(error)
  }
  return wrap(call, reply, false)
}

function perform(call: Call, handler: Handler): Reply {
  const stale = ifMatchFails(call)
  if (stale && !(call.sim.flavour.savesBeforeMatching && call.verb !== 'DELETE')) return bare(412)
  const reply = handler(call)
  if (stale) return bare(412)
  if (call.verb === 'GET' && reply.message === undefined && notModified(call, reply))
    return { ...reply, ...bare(304) }
  return call.verb === 'PUT' && reply.status === 200 ? { ...reply, status: 201 } : reply
}

/** Everything before the handler. @throws Refusal */
function check(call: Call, incoming: Incoming): { handler: Handler; route: Route } {
  const { flavour } = call.sim
  if (call.v1 && !flavour.answersV1)
    refuse(
      plainError(410, 'gone', 'API version 1 is not supported. Please upgrade your code to use version 2.'),
    )
  takeBody(call, incoming)
  identify(call)
  const tunnelled = text(call.envelope, 'verb') ?? call.query.get('verb') ?? incoming.method
  const verb = verbs.find((name) => name === tunnelled.toUpperCase())
  const { route, params } = findRoute(call)
  call.params = params
  const handler = verb && route.verbs[verb]
  if (!verb || !handler) refuse(methodNotAllowed())
  call.verb = verb
  checkAccount(call)
  authenticate(call, route, verb)
  if (!isOpen(route, verb)) authorize(call, route)
  negotiate(call, route)
  return { handler, route }
}

function takeBody(call: Call, incoming: Incoming): void {
  const contentType = typeOf(call)
  const { envelope, data, upload } = readBody(incoming.body, contentType, call.headers['x-file-name'] ?? '')
  call.envelope = envelope
  call.data = data
  if (upload) call.upload = upload
  const holdsJson = incoming.body.length > 0 && !upload
  if (holdsJson && ['PUT', 'POST', 'PATCH'].includes(incoming.method)) checkEnvelope(envelope)
}

/** fetch sends `text/plain;charset=UTF-8` for text without a type: a replayer cannot leave it out. */
function typeOf({ headers, sim }: Call): string {
  const type = headers['content-type'] ?? ''
  return sim.config.replay && type === 'text/plain;charset=UTF-8' ? '' : type
}

function isOpen(route: Route, verb: Verb): boolean {
  return route.open?.includes(verb) ?? false
}

function authenticate(call: Call, route: Route, verb: Verb): void {
  const { sim } = call
  const open = isOpen(route, verb)
  if (!call.caller && (!open || (sim.flavour.refusesExpiredEverywhere && presentsExpired(call))))
    refuse(invalidCredentials())
  if (call.caller) checkTrial(call.sim, call.caller)
  if (open) return
  call.consumed = 1
  if (!sim.config.buckets) return
  if (sim.flavour.chargesAuthenticated && !sim.buckets.consume(bucketKey(call), 1)) refuse(tooManyRequests())
}

/** @throws Refusal 400 when the trial of the caller's account is over */
function checkTrial({ store, clock }: Simulator, { accountId }: Caller): void {
  const expires = store.account(accountId)?.['pvt_trial_expires']
  if (typeof expires === 'number' && expires <= clock.gregorian())
    refuse(validationError({ account: { expired: { message: 'account expired', cause: expires } } }))
}

function replyTo(error: unknown): Reply {
  if (error instanceof Refusal) return error.reply
  console.error('simulator: a handler crashed', error)
  return initFailed()
}

function newCall(sim: Simulator, incoming: Incoming, path: string, search: string, v1: boolean): Call {
  return {
    sim,
    verb: 'GET',
    path: path.length > 1 ? path.replace(/\/+$/, '') : path,
    query: new URLSearchParams(search),
    headers: incoming.headers,
    ip: incoming.headers['x-forwarded-for']?.split(',')[0]?.trim() ?? incoming.ip,
    requestId: incoming.headers['x-request-id'] ?? sim.random.hex(32),
    v1,
    envelope: {},
    data: {},
    params: {},
    consumed: 0,
    accept: incoming.headers['accept'] ?? '*/*',
  }
}

function isKnown(method: string): boolean {
  return method === 'HEAD' || method === 'OPTIONS' || verbs.some((verb) => verb === method)
}

function split(url: string): string[] {
  const at = url.indexOf('?')
  return at === -1 ? [url] : [url.slice(0, at), url.slice(at + 1)]
}
