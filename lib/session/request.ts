// Holds the facts of the current request, as the request context recorded them before Next saw it; no header
// from a browser can change them.
import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { env } from '../env.ts'

/**
 * `reference` identifies the request in the log. `address` is the client's, through trusted proxies only.
 * `host` is the requested host with port, which proxy.ts accepts only where it is ours. `search` is the
 * query. `setStatus` sets the status of the response. `direct`: a program on this machine asks, without a
 * proxy. `keepsPage`: a server action, or a page that replaces itself, so that the reader keeps the current
 * view until the answer is complete.
 */
export type RequestFacts = {
  readonly reference: string
  readonly address: string
  readonly agent: string
  readonly host: string
  readonly path: string
  readonly setStatus: (status: number) => void
  readonly direct?: boolean
  readonly search?: string
  readonly keepsPage?: boolean
}

// The request context is bundled separately from the pages, so the store is kept in a global.
const globals = globalThis as typeof globalThis & { portalRequest?: AsyncLocalStorage<RequestFacts> }

/** The store that the request context fills. */
export function requestStore(): AsyncLocalStorage<RequestFacts> {
  globals.portalRequest ??= new AsyncLocalStorage()
  return globals.portalRequest
}

/** The current request; outside of one (command line, test) a stand-in with its own reference. */
export function currentRequest(): RequestFacts {
  return (
    requestStore().getStore() ?? {
      reference: newReference(),
      address: 'unknown',
      agent: '',
      host: new URL(env().portalOrigin).host,
      path: '',
      setStatus: () => undefined,
    }
  )
}

/** A reference id that can be read out on the phone: 12 characters of a UUID. */
export function newReference(): string {
  return randomUUID().replaceAll('-', '').slice(0, 12)
}
