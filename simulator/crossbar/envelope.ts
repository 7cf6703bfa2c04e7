// Kazoo's envelope around an answer, and the headers that go with it.
import { randomBytes } from 'node:crypto'
import type { Json, JsonObject } from '../json.ts'
import type { Simulator } from '../simulator.ts'
import type { Call } from './call.ts'
import { csv } from './csv.ts'
import type { Reply } from './reply.ts'

export interface Outgoing {
  status: number
  headers: Record<string, string>
  body: string | Buffer
}

const CORS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'OPTIONS, GET, PUT, POST, PATCH, DELETE',
  'access-control-allow-headers':
    'content-type, depth, user-agent, x-http-method-override, x-file-size, x-requested-with, if-modified-since, x-file-name, cache-control, x-auth-token, x-kazoo-cluster-id, if-match',
  'access-control-expose-headers':
    'content-type, x-auth-token, x-request-id, x-kazoo-cluster-id, location, etag',
  'access-control-max-age': '86400',
}

/** The answer as it goes over the wire. `stopped`: one of the first checks ended the request. */
export function wrap(call: Call, reply: Reply, stopped: boolean): Outgoing {
  const headers: Record<string, string> = { 'x-request-id': call.requestId }
  if (stopped || asksCors(call.headers)) Object.assign(headers, CORS)
  if (reply.empty) {
    const matchedTag = reply.status === 304 ? etag(call, reply) : undefined
    return {
      status: reply.status,
      headers: matchedTag === undefined ? headers : { ...headers, etag: matchedTag },
      body: '',
    }
  }
  if (reply.raw) {
    headers['content-type'] = reply.raw.type
    if (reply.raw.name !== undefined)
      headers['content-disposition'] = `attachment; filename=${reply.raw.name}`
    return { status: reply.status, headers, body: reply.raw.bytes }
  }
  headers['expires'] = 'Fri, 01 Jan 1999 00:00:00 GMT'
  if (reply.location !== undefined) headers['location'] = reply.location
  const tag = call.verb === 'GET' ? etag(call, reply) : undefined
  if (tag !== undefined) headers['etag'] = tag
  if (!(stopped && call.sim.flavour.bareRefusals)) headers['content-type'] = 'application/json'
  if (wantsCsv(call) && reply.message === undefined) {
    headers['content-type'] = 'text/csv'
    return { status: reply.status, headers, body: csv(reply.data) }
  }
  const body = JSON.stringify(envelope(call, reply), null, pretty(call) ? 2 : undefined)
  const callback = call.query.get('jsonp')
  return { status: reply.status, headers, body: callback === null ? body : `${callback}(${body});` }
}

/** The document's ETag; a list has another one each time. */
export function etag(call: Call, reply: Reply): string | undefined {
  if (reply.revision === undefined || reply.message !== undefined) return undefined
  const value = reply.revision === 'list' ? randomBytes(16).toString('hex') : reply.revision
  return quoted(call.sim, value)
}

/** ETags are quoted, but the replayer's symbols cannot hold a quotation mark. */
export function quoted(sim: Simulator, tag: string): string {
  return sim.config.replay ? tag : `"${tag}"`
}

export function asksCors(headers: Call['headers']): boolean {
  return Object.keys(headers).some((name) => name === 'origin' || name.startsWith('access-control-request-'))
}

export function corsAnswer(): Outgoing {
  return { status: 200, headers: { ...CORS }, body: '' }
}

function envelope(call: Call, reply: Reply): JsonObject {
  const { sim } = call
  const { flavour } = sim
  const isError = reply.message !== undefined
  const body: JsonObject = {}
  if (reply.page?.next !== undefined) body['next_start_key'] = reply.page.next
  if (reply.page) body['page_size'] = reply.page.size
  if (reply.page?.start !== undefined) body['start_key'] = reply.page.start
  if (reply.revision !== undefined)
    body['revision'] = reply.revision === 'list' ? listRevision(call) : reply.revision
  body['timestamp'] = `${new Date(sim.clock.now()).toISOString().slice(0, 19)}Z`
  if (!flavour.tellsTokens || call.caller) body['version'] = flavour.version
  body['node'] = NODE
  body['request_id'] = call.requestId
  if (flavour.tellsTokens)
    body['tokens'] = { consumed: call.consumed, remaining: sim.buckets.remaining(bucketKey(call)) }
  const token = reply.token ?? call.token ?? (isError && flavour.undefinedToken ? 'undefined' : undefined)
  if (token !== undefined) body['auth_token'] = token
  if (reply.data !== undefined) body['data'] = call.v1 && isError ? collapsed(reply.data) : reply.data
  if (reply.message !== undefined) {
    body['error'] = String(reply.status)
    body['message'] = reply.message
  }
  body['status'] = isError ? 'error' : 'success'
  return body
}

/** Hash of the answering node's name. */
const NODE = randomBytes(16).toString('base64url')

/** One bucket for each address and account in the path. */
export function bucketKey(call: Call): string {
  return `${call.ip}/${call.params['account'] ?? 'no_account'}`
}

function listRevision(call: Call): string {
  return call.verb === 'GET' ? randomBytes(16).toString('hex') : 'automatic'
}

/** The old API has only the words. */
function collapsed(data: Json): Json {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data
  const words = data['message']
  return typeof words === 'string' ? words : data
}

function wantsCsv(call: Call): boolean {
  return call.verb === 'GET' && (call.query.get('accept') === 'csv' || call.accept.startsWith('text/csv'))
}

function pretty(call: Call): boolean {
  return call.headers['x-pretty-print'] === 'true' || call.query.get('pretty_print') === 'true'
}
