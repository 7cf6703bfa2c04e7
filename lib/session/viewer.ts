// Defines the viewer that every domain function receives.
import 'server-only'
import type { Session } from './record.ts'
import type { RequestFacts } from './request.ts'

/** A time limit for all calls of a request: `signal` aborts them after `ms`. */
export type Deadline = { readonly signal: AbortSignal; readonly ms: number }

/**
 * The session, the current request, and the base path of every page: empty, or that of an impersonation such
 * as `/as/imp_...`. Without `deadline`, each call to Kazoo has its own limit.
 */
export type Viewer = {
  readonly session: Session
  readonly request: RequestFacts
  readonly base: string
  readonly deadline?: Deadline
}
