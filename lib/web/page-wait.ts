// What the address of a page says of waiting for its data, and the addresses that say otherwise.
import 'server-only'
import { env } from '../env.ts'
import { currentRequest } from '../session/request.ts'
import type { PageLinks } from '../views/outage.ts'
import { limitMs } from './read-timeout.ts'

/** Chosen by a press on "Wait longer". */
const LONG = 'wait'
/** Chosen where no script can show what comes late. */
const WHOLE = 'whole'

/** How long a page waits in all, and after how many ms its frame is sent without it; null: never. */
export type PageWait = { limitMs: number; frameAfterMs: number | null; links: PageLinks }

/**
 * What the request under way asks for. Where the reader keeps what they see until the answer is whole, no
 * frame goes ahead.
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

/** The same page; by its query alone, whatever its path is. */
function hrefOf(current: URLSearchParams, change: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(current)
  for (const [name, value] of Object.entries(change)) {
    if (value === null) query.delete(name)
    else query.set(name, value)
  }
  return `?${query}`
}
