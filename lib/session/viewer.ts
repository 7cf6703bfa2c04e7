// Who is here, as every verb of the domain is told.
import 'server-only'
import type { Session } from './record.ts'
import type { RequestFacts } from './request.ts'

/** How long whoever asks waits for all of the answer: `ms`, at whose end `signal` ends the calls that are under way. */
export type Deadline = { readonly signal: AbortSignal; readonly ms: number }

/**
 * The person before the page, the session they work in, and the request under way. `base` stands before every path of the portal: empty, or
 * the one of an acting, such as `/as/imp_...`. Without `patience` every call to Kazoo has a limit of its own.
 */
export type Viewer = {
  readonly session: Session
  readonly request: RequestFacts
  readonly base: string
  readonly deadline?: Deadline
}
