// A scripted server on 127.0.0.1, and clients that reach it as a Crossbar.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net'
import type { AllowedOrigin } from '../../lib/env.ts'
import { seal } from '../../lib/sealed.ts'
import { Kazoo, type KazooOptions } from '../../lib/kazoo/client.ts'
import { crossbarOrigin, type CrossbarOrigin } from '../../lib/kazoo/origin.ts'

export type Heard = {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
  at: number
}
type Reply = (request: Heard, response: ServerResponse) => void | Promise<void>

/** Crossbar's envelope around `data`, with an echo of the token that must not spread. */
export function envelope(data: unknown, more: object = {}): string {
  return JSON.stringify({
    data,
    status: 'success',
    auth_token: 'ECHOED.TOKEN.CANARY',
    revision: '1-a',
    ...more,
  })
}

/** An error in Crossbar's form: `error` is text. */
export function failure(status: number, data: unknown = {}, message = 'bad_identifier'): string {
  return JSON.stringify({ data, status: 'error', error: String(status), message, auth_token: 'undefined' })
}

export function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(body)
}

/** The words of `text`, each with JSON's escapes, for tests with a list of spellings. */
export function spellings(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => String(JSON.parse(`"${word}"`)))
}

export class TestCrossbar {
  readonly heard: Heard[] = []
  readonly port: number
  readonly #close: () => Promise<void>

  private constructor(port: number, close: () => Promise<void>) {
    this.port = port
    this.#close = close
  }

  static async start(reply: Reply): Promise<TestCrossbar> {
    const server = createServer((request, response) => void hear(request, response))
    const hear = async (request: IncomingMessage, response: ServerResponse) => {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      const { method = '', url = '', headers } = request
      const received = { method, url, headers, body, at: performance.now() }
      started.heard.push(received)
      await reply(received, response)
    }
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const started = new TestCrossbar(portOf(server.address()), async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    })
    return started
  }

  allowed(host = '127.0.0.1', cidr = '127.0.0.0/8'): AllowedOrigin[] {
    return [{ origin: `http://${host}:${this.port}`, cidr }]
  }

  origin(host = '127.0.0.1', cidr = '127.0.0.0/8'): CrossbarOrigin {
    return crossbarOrigin(`http://${host}:${this.port}`, this.allowed(host, cidr))
  }

  kazoo(options: Partial<KazooOptions> = {}): Kazoo {
    return new Kazoo({
      origin: this.origin(),
      token: seal<'api token'>('first.token.of-the-test'),
      renew: noRenewal,
      reference: 'reference-1',
      timeoutMs: 5_000,
      ...options,
    })
  }

  close(): Promise<void> {
    return this.#close()
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address !== 'object' || address === null) throw new Error('the server does not listen')
  return address.port
}

const noRenewal = () => Promise.reject(new Error('no renewal was expected'))

/** A server below HTTP: `talk` gets each bare connection, counted from 1. */
export async function startWire(
  talk: (socket: Socket, connection: number) => void,
): Promise<{ kazoo: Kazoo; connections: () => number; close: () => void }> {
  const sockets: Socket[] = []
  const server = createTcpServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => {})
    talk(socket, sockets.length)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const text = `http://127.0.0.1:${portOf(server.address())}`
  const kazoo = new Kazoo({
    origin: crossbarOrigin(text, [{ origin: text, cidr: '127.0.0.1/32' }]),
    token: seal<'api token'>('first.token.of-the-test'),
    renew: noRenewal,
    reference: 'reference-1',
    timeoutMs: 2_000,
  })
  const close = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return { kazoo, connections: () => sockets.length, close }
}

/** The error that `work` rejects with. */
export function failed(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => {
      throw new Error('it did not fail')
    },
    (error: unknown) => error,
  )
}
