// Computes the next state of a domain from one more DNS check: one answer alone neither makes it live nor
// suspends it. Pure clock arithmetic.
import 'server-only'
import type { DomainCheck, DomainClaim } from '../../store/domain-claims.ts'
import type { DnsFindings } from './evaluate-dns.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * The minimum pause between two good checks in a row, in ms: a forged answer does not come twice, from
 * another resolver.
 */
export const MIN_BETWEEN_GOOD = 5 * SECOND
const PROOFS = 2
/** So many checks in a row must be bad, over so long, before a domain is suspended. */
const FAILURES = 5
const FAILING = 2 * HOUR
/** Silence may be our resolver's fault, and takes longer, in ms. */
const SILENT = 3 * DAY
/** How long a domain is checked often after a change, in ms. */
const FREQUENT_FOR = 3 * DAY

type Before = Pick<
  DomainClaim,
  'state' | 'proof' | 'addedAt' | 'provedAt' | 'checkedAt' | 'good' | 'bad' | 'badSince' | 'dueAt'
>

/** The record after this check. */
export function verdict(before: Before, { outcome, lines, problem }: DnsFindings, now: Date): DomainCheck {
  const counts = counted(before, outcome, now)
  const state = stateAfter(before, counts, now)
  const wentLive = state === 'live' && before.state !== 'live'
  return {
    ...counts,
    state,
    provedAt: wentLive ? now : before.provedAt,
    checkedAt: now,
    dueAt: new Date(now.getTime() + pauseAfter(before, state, counts, now)),
    answers: lines,
    why: problem ?? (state === 'live' ? null : 'once'),
  }
}

type Counts = Pick<DomainCheck, 'good' | 'bad' | 'badSince'>

function counted(
  { good, bad, badSince, checkedAt }: Before,
  outcome: DnsFindings['outcome'],
  now: Date,
): Counts {
  if (outcome === 'silent') return { good, bad, badSince: badSince ?? now }
  if (outcome === 'bad') return { good: 0, bad: bad + 1, badSince: badSince ?? now }
  const apart = checkedAt === null || now.getTime() - checkedAt.getTime() >= MIN_BETWEEN_GOOD
  return { good: good === 0 || apart ? good + 1 : good, bad: 0, badSince: null }
}

function stateAfter(
  { state, proof }: Before,
  { good, bad, badSince }: Counts,
  now: Date,
): DomainCheck['state'] {
  // Only the operator can change what the operator set.
  if (proof === '') return state
  if (state !== 'live') return good >= PROOFS ? 'live' : state
  const failing = badSince === null ? 0 : now.getTime() - badSince.getTime()
  return (bad >= FAILURES && failing >= FAILING) || failing >= SILENT ? 'suspended' : 'live'
}

function pauseAfter(
  before: Before,
  state: DomainCheck['state'],
  { good, badSince }: Counts,
  now: Date,
): number {
  if (before.proof === '') return Math.max(0, before.dueAt.getTime() - now.getTime())
  if (state === 'live') return badSince === null ? HOUR : FAILING / FAILURES
  if (good > 0) return MIN_BETWEEN_GOOD + 15 * SECOND
  return state === 'pending' && now.getTime() - before.addedAt.getTime() < FREQUENT_FOR ? 3 * MINUTE : HOUR
}
