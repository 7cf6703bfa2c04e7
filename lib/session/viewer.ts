// Who is here, as every verb of the domain is told.
import 'server-only'
import type { Session } from './record.ts'
import type { RequestFacts } from './request.ts'

/**
 * The person before the page, the session they work in, and the request under way. `base` stands before every path of the portal: empty, or
 * the one of an acting, such as `/as/imp_...`.
 */
export type Viewer = { readonly session: Session; readonly request: RequestFacts; readonly base: string }
