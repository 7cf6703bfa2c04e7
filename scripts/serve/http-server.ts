// The HTTP server under Next, with room for other people's cookies, and a door before it:
// lib/web/request-context.ts, which is part of the build.
import { channel, subscribe } from 'node:diagnostics_channel'
import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** A request that has arrived; whoever takes it in answers it, or lets it pass on to Next. */
export type Arrival = { request: IncomingMessage; response: ServerResponse; pass: () => void }
/** What is no request, or one that is not answered over this connection any more. */
export type Malformed = { error: Error; socket: Duplex }

/**
 * Bytes of a request's head, names, values and URL. Browsers bring up to 32 KB of cookies of a company's
 * other applications; beyond what the door allows of those (lib/web/request-context.ts) it still has to read
 * the rest of the head, to answer in the reader's language.
 */
const LARGEST_HEAD = 128 * 1024

const arrivals = channel('portal.arrival')
const malformed = channel('portal.malformed')

/** Next makes its server by `http.createServer`: from here on that is ours. */
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

/** Until the door stands, everybody who asks waits: nothing reaches Next beside it. */
function inRequestContext(next: RequestListener): RequestListener {
  const waiting: Arrival[] = []
  subscribe('portal.context', () => {
    for (const arrival of waiting.splice(0)) arrivals.publish(arrival)
  })
  return (request, response) => {
    const arrival: Arrival = { request, response, pass: () => next(request, response) }
    if (arrivals.hasSubscribers) arrivals.publish(arrival)
    else if (request.method === 'GET' || request.method === 'HEAD') waiting.push(arrival)
    // As if the process had not started: the door would come too late for what is sent along.
    else request.destroy()
  }
}

function refuse(refused: Malformed): void {
  if (malformed.hasSubscribers && refused.socket.writable) malformed.publish(refused)
  else refused.socket.destroy()
}
