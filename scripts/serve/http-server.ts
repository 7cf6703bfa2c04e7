// The HTTP server under Next, with a larger header limit and the request context before it:
// lib/web/request-context.ts, which is part of the build.
import { channel, subscribe } from 'node:diagnostics_channel'
import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** A handler of requests: answers one, or passes it on to Next. */
export type Arrival = { request: IncomingMessage; response: ServerResponse; pass: () => void }
/** Handles malformed requests, and those that cannot be answered over this connection. */
export type Malformed = { error: Error; socket: Duplex }

/**
 * The limit for request headers in bytes. Browsers may send 32 KB of cookies of a company's other
 * applications; the request context (lib/web/request-context.ts) still has to read what exceeds its own
 * limit, to answer in the reader's language.
 */
const LARGEST_HEAD = 128 * 1024

const arrivals = channel('portal.arrival')
const malformed = channel('portal.malformed')

/** Next creates its server by `http.createServer`: from here on that is ours. */
export function serveWithRequestContext(): void {
  const { createServer } = http
  Object.assign(http, {
    createServer: (next: RequestListener) => {
      const server = createServer({ maxHeaderSize: LARGEST_HEAD }, inRequestContext(next))
      server.on('clientError', (error, socket) => refuse({ error, socket }))
      server.on('connect', (_request, socket) => refuse({ error: new Error('CONNECT'), socket }))
      return server
    },
  })
}

/** Requests wait until the request context is installed: nothing reaches Next without it. */
function inRequestContext(next: RequestListener): RequestListener {
  const waiting: Arrival[] = []
  subscribe('portal.context', () => {
    for (const arrival of waiting.splice(0)) arrivals.publish(arrival)
  })
  return (request, response) => {
    const arrival: Arrival = { request, response, pass: () => next(request, response) }
    if (arrivals.hasSubscribers) arrivals.publish(arrival)
    else if (request.method === 'GET' || request.method === 'HEAD') waiting.push(arrival)
    // As if the process had not started, because requests would otherwise be let through unchecked.
    else request.destroy()
  }
}

function refuse(refused: Malformed): void {
  if (malformed.hasSubscribers && refused.socket.writable) malformed.publish(refused)
  else refused.socket.destroy()
}
