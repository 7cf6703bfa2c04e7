// The facts of the request under way, as the door noted them before Next saw it; no header a browser sends can change them.
import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { env } from '../env.ts'

/**
 * `reference` finds the request in the log; `address` is the client's, through trusted proxies only; `host` is what it asked for, port
 * included, which the gate lets pass only where it is ours; `answerWith` sets the status;
 * `direct`: a program of this machine asks, and no proxy has passed it on; `search` is the query; `keepsPage`: an action, or a page that is
 * asked for by itself, so that the reader keeps what they see until the answer is whole.
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

// The door is bundled apart from the pages, so the store is kept where both find it.
const held = globalThis as typeof globalThis & { portalRequest?: AsyncLocalStorage<RequestFacts> }

/** Where the door puts the facts. */
export function requestStore(): AsyncLocalStorage<RequestFacts> {
  held.portalRequest ??= new AsyncLocalStorage()
  return held.portalRequest
}

/** The request under way; outside of one (a command line, a test) a stand-in with a reference of its own. */
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

/** A reference id that people can read out: 12 characters of a UUID. */
export function newReference(): string {
  return randomUUID().replaceAll('-', '').slice(0, 12)
}
