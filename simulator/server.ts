// The simulator as an HTTP server: control port first, then faults and latency, then Crossbar.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { control } from './control.ts'
import { countChildren } from './crossbar/accounts/count.ts'
import { answer } from './crossbar/pipeline.ts'
import { send, type Answer } from './faults/play.ts'
import type { Json } from './json.ts'
import type { LoggedRequest } from './request-log.ts'
import { makeSimulator, type Simulator, type SimulatorOptions } from './simulator.ts'

export interface Listening {
  simulator: Simulator
  url: string
  port: number
  /** Ends the listener and every connection. */
  close(): Promise<void>
}

/** Starts a simulator on a port of 127.0.0.1 (or `host`); port 0 takes any. */
export async function startSimulator(
  options: SimulatorOptions,
  { port = 0, host = '127.0.0.1' }: { port?: number; host?: string } = {},
): Promise<Listening> {
  const simulator = makeSimulator(options)
  const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
    serve(simulator, request, response).catch((error: unknown) => {
      console.error('simulator:', error)
      response.destroy()
    })
  })
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  const boundPort = typeof address === 'object' && address ? address.port : port
  return {
    simulator,
    url: `http://${host}:${boundPort}`,
    port: boundPort,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function serve(
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (await control(simulator, request, response)) return
  const began = performance.now()
  const entry = simulator.log.add(headOf(request))
  response.once('close', () => {
    entry.status = response.statusCode
    entry.ms = Math.round(performance.now() - began)
  })
  const kazoo = () => crossbar(simulator, request, entry)
  if (await simulator.faults.meet(request, response, kazoo, (id) => forget(simulator, id))) return
  const full = await kazoo()
  send(response, request.method === 'HEAD' ? { ...full, body: '' } : full)
  entry.status = full.status
}

/** Removes an account as if it had never been created. */
function forget(simulator: Simulator, id: string): void {
  const parent = simulator.store.tree(id).at(-1)
  simulator.store.removeAccount(id)
  if (parent !== undefined) countChildren(simulator, parent)
}

async function crossbar(
  simulator: Simulator,
  request: IncomingMessage,
  entry: LoggedRequest,
): Promise<Answer> {
  const body = await bytesOf(request)
  entry.body = logged(body)
  const { latency } = simulator.config
  if (latency > 0) await sleep(latency)
  return answer(simulator, {
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: flat(request),
    body,
    ip: request.socket.remoteAddress ?? '127.0.0.1',
  })
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

function headOf(request: IncomingMessage): Pick<LoggedRequest, 'method' | 'path' | 'query' | 'headers'> {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
  return { method: request.method ?? 'GET', path, query, headers: request.headers }
}

function logged(body: Buffer): Json {
  if (body.length === 0) return null
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return body.toString('utf8')
  }
}

function flat({ headers }: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  )
}
