// Checks the DNS of a domain while its owner waits: at once, and a second time if the first check was good.
import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { throttle } from '../../session/throttle.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { DomainCheckLine } from '../../views/custom-domain.ts'
import { permit } from '../permission.ts'
import { domainOf, findDomainPage } from './find.ts'
import { checkDomainDns } from './recheck.ts'
import { MIN_BETWEEN_GOOD } from './verdict.ts'

/** Clocks of two processes may differ a little, in ms. */
const CLOCK_SKEW_MS = 250

/**
 * Reads DNS now, record by record, and then the new state of the domain.
 * @throws Rejected: too often; NotFound; Forbidden; Unavailable
 */
export async function* checkDomain(viewer: Viewer, host: string): AsyncGenerator<DomainCheckLine> {
  permit(viewer, 'domain.edit')
  await domainOf(viewer, host)
  await throttle('domain')
  for (let looks = 0; looks < 2; looks += 1) {
    const { lines } = await checkDomainDns(await domainOf(viewer, host))
    for (const line of lines) yield { kind: 'record', line }
    const { state, problem } = await findDomainPage(viewer, host)
    if (state === 'live' || problem !== 'once' || looks === 1) {
      yield { kind: 'ended', state, problem }
      return
    }
    yield { kind: 'again' }
    await wait(MIN_BETWEEN_GOOD + CLOCK_SKEW_MS)
  }
}
