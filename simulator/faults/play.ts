// Plays one fault on one connection.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipBomb } from './bomb.ts'
import { badGateway, deepJson, duplicated, errorEnvelope, polluted, type Call } from './bodies.ts'
import { hostileHead } from './headers.ts'
import { unkept, type Forget } from './unkept.ts'
import type { Fault } from './kinds.ts'

/** What Kazoo answers, before it is put on the wire. */
export type Answer = { status: number; headers: Readonly<Record<string, string>>; body: string | Buffer }

const JSON_TYPE = { 'content-type': 'application/json' }

/** Answers or does not answer, by the fault. Resolves when nothing more will be sent. */
export async function play(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  answer: () => Promise<Answer>,
  forget: Forget,
): Promise<void> {
  const call = callOf(request)
  switch (fault.kind) {
    case 'delay':
      await sleep(fault.ms)
      return send(response, await answer())
    case 'hang':
      return await gone(response)
    case 'reset':
      return await cut(fault.after, response, answer)
    case 'status':
      return send(response, failure(fault, call))
    case 'half':
      return await half(fault.stall, response, await answer())
    case 'wrong-json':
      return send(response, {
        status: 200,
        headers: JSON_TYPE,
        body: `{"data":{"auth_token":"${call.token}",}'`,
      })
    case 'error-envelope':
      return send(response, { status: 200, headers: JSON_TYPE, body: errorEnvelope(fault.status, call) })
    case 'answer':
      return send(response, { status: 200, headers: JSON_TYPE, body: fault.text })
    case 'gzip-bomb':
      return send(response, {
        status: 200,
        headers: { ...JSON_TYPE, 'content-encoding': 'gzip' },
        body: await gzipBomb(fault.megabytes),
      })
    case 'drip':
      return await drip(fault.everyMs, response)
    case 'redirect':
      return send(response, { status: fault.status, headers: { location: fault.location }, body: '' })
    case 'content-type': {
      const { status, headers, body } = await answer()
      return send(response, { status, headers: { ...headers, 'content-type': fault.type }, body })
    }
    case 'headers': {
      const { body } = await answer()
      response.socket?.end(
        Buffer.concat([hostileHead(fault.which, Buffer.byteLength(body)), Buffer.from(body)]),
      )
      return
    }
    case 'deep':
      return send(response, { status: 200, headers: JSON_TYPE, body: deepJson(fault.levels) })
    case 'proto':
      return send(response, rewritten(await answer(), polluted))
    case 'duplicate-keys':
      return send(response, rewritten(await answer(), duplicated))
    case 'unkept':
      return send(response, unkept(await answer(), call.path, fault.kept ? () => {} : forget))
  }
}

/** Puts an answer on the wire, with its length. */
export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

function callOf(request: IncomingMessage): Call {
  const token = request.headers['x-auth-token']
  return { path: request.url ?? '/', token: typeof token === 'string' ? token : 'undefined' }
}

function failure(fault: Extract<Fault, { kind: 'status' }>, call: Call): Answer {
  const { status, tokens, retryAfter } = fault
  const page = status >= 502 && status <= 504
  return {
    status,
    headers: {
      'content-type': page ? 'text/html' : 'application/json',
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
    body: page ? badGateway(status, call) : errorEnvelope(status, call, tokens),
  }
}

async function cut(
  after: Extract<Fault, { kind: 'reset' }>['after'],
  response: ServerResponse,
  answer: () => Promise<Answer>,
): Promise<void> {
  if (after !== 'request') {
    const { status, headers, body } = await answer()
    if (after === 'headers') {
      response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
      response.flushHeaders()
      // Without a pause the reset overtakes the headers, and the client never sees them.
      await sleep(50)
    }
  }
  response.socket?.resetAndDestroy()
}

async function half(
  stall: boolean,
  response: ServerResponse,
  { status, headers, body }: Answer,
): Promise<void> {
  const bytes = Buffer.from(body)
  response.writeHead(status, { ...headers, 'content-length': bytes.length })
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)))
  if (stall) return await gone(response)
  await sleep(50)
  response.socket?.end()
}

async function drip(everyMs: number, response: ServerResponse): Promise<void> {
  response.writeHead(200, JSON_TYPE)
  response.write('{"data":[')
  while (!response.destroyed) {
    response.write(' ')
    await sleep(everyMs)
  }
}

function rewritten({ status, headers, body }: Answer, rewrite: (body: string) => string): Answer {
  return { status, headers, body: rewrite(body.toString()) }
}

/** Resolves when the client closes the connection. */
async function gone(response: ServerResponse): Promise<void> {
  await new Promise((resolve) => {
    response.once('close', resolve)
  })
}
