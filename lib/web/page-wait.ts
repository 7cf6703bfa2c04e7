// Reads from a page's address how long it waits for its data, and builds the addresses that change that.
import 'server-only'
import { env } from '../env.ts'
import { currentRequest } from '../session/request.ts'
import type { PageLinks } from '../views/outage.ts'
import { limitMs } from './read-timeout.ts'

/** Set by the button "Wait longer". */
const LONG = 'wait'
/** Set where no script can show what arrives late. */
const WHOLE = 'whole'

/** How long a page waits in all, and after how many ms its frame is sent without its data; null: never. */
export type PageWait = { limitMs: number; frameAfterMs: number | null; links: PageLinks }

/**
 * The wait that the current request asks for. Where the reader keeps the current view until the answer is
 * complete, no frame is sent first.
 */
export function currentPageWait(): PageWait {
  const { search = '', keepsPage = false } = currentRequest()
  const query = new URLSearchParams(search)
  const whole = query.has(WHOLE) || keepsPage
  const links = {
    again: hrefOf(query, { [LONG]: null }),
    longer: hrefOf(query, { [LONG]: 'long' }),
    whole: hrefOf(query, { [WHOLE]: 'yes' }),
  }
  return { limitMs: limitMs(query.has(LONG)), frameAfterMs: whole ? null : env().pageGraceMs, links }
}

/** The same page; only the query, so that it works for any path. */
function hrefOf(current: URLSearchParams, change: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(current)
  for (const [name, value] of Object.entries(change)) {
    if (value === null) query.delete(name)
    else query.set(name, value)
  }
  return `?${query}`
}
