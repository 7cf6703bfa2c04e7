import { expect, test } from 'vitest'
import type { DnsFindings, Outcome } from './evaluate-dns.ts'
import { verdict } from './verdict.ts'

const START = new Date('2026-11-22T08:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const fresh = {
  state: 'pending' as const,
  proof: 'p',
  addedAt: START,
  provedAt: null,
  checkedAt: null,
  dueAt: START,
  good: 0,
  bad: 0,
  badSince: null,
}
type Before = Parameters<typeof verdict>[0]
const findings = (outcome: Outcome): DnsFindings => ({
  lines: [],
  outcome,
  problem: outcome === 'good' ? null : 'address',
})

/**
 * Runs every check at the moment that the last one scheduled, until `until`. Returns the states with the
 * minute they began.
 */
function follow(before: Before, outcomes: (minute: number, at: number) => Outcome, until: number) {
  const states: [number, string][] = []
  let record: Before = before
  let looks = 0
  for (let now = record.dueAt; now.getTime() - START.getTime() < until; now = record.dueAt) {
    const minute = Math.round((now.getTime() - START.getTime()) / MINUTE)
    const after = verdict(record, findings(outcomes(minute, looks)), now)
    if (after.state !== record.state) states.push([minute, after.state])
    record = { ...before, ...after }
    looks += 1
  }
  return { states, looks, record }
}
/** The record after a check. */
const next = (before: Before, at: DnsFindings, now: Date): Before => ({
  ...before,
  ...verdict(before, at, now),
})
const live: Before = { ...fresh, state: 'live', provedAt: START }

test('two good checks in a row make a domain live, and one does not', () => {
  const once = verdict(fresh, findings('good'), START)
  expect(once).toMatchObject({ state: 'pending', good: 1, why: 'once' })
  expect(follow(fresh, () => 'good', HOUR).states).toEqual([[0, 'live']])
})

test('two good checks at nearly the same moment count as one', () => {
  let record: Before = fresh
  for (let at = 0; at < 5; at += 1) {
    record = next(record, findings('good'), new Date(START.getTime() + at * 900))
  }
  expect(record.state).toBe('pending')
})

test('one forged answer between others changes nothing, for or against', () => {
  expect(follow(fresh, (_, at) => (at === 3 ? 'good' : 'bad'), 3 * HOUR).states).toEqual([])
  expect(follow(live, (_, at) => (at === 3 ? 'bad' : 'good'), 2 * DAY).states).toEqual([])
})

test('a domain is checked every few minutes for three days after a change, and every hour after that', () => {
  const within = follow(fresh, () => 'bad', 3 * DAY).looks
  expect(within).toBe((3 * DAY) / (3 * MINUTE))
  expect(follow(fresh, () => 'bad', 4 * DAY).looks - within).toBeLessThanOrEqual(25)
})

test('a live domain that stops pointing here is suspended after hours, not at once, and a new proof restores it', () => {
  const { states, record } = follow(live, (minute) => (minute < 90 ? 'good' : 'bad'), DAY)
  const [[at, state] = [0, '']] = states
  expect(state).toBe('suspended')
  expect(at).toBeGreaterThanOrEqual(90 + 120)
  expect(at).toBeLessThan(90 + 240)
  expect(states).toHaveLength(1)
  const back = follow(record, () => 'good', 2 * DAY)
  expect(back.states.map(([, each]) => each)).toEqual(['live'])
  expect(back.record.provedAt?.getTime()).toBeGreaterThan(START.getTime() + DAY)
})

test('a domain that flaps stays live', () => {
  expect(follow(live, (_, at) => (at % 4 === 0 ? 'good' : 'bad'), 7 * DAY).states).toEqual([])
})

test('a resolver outage suspends no domain for three days', () => {
  expect(follow(live, () => 'silent', 2.9 * DAY).states).toEqual([])
  expect(follow(live, () => 'silent', 4 * DAY).states.map(([, state]) => state)).toEqual(['suspended'])
  expect(follow(fresh, (_, at) => (at % 2 === 0 ? 'silent' : 'bad'), DAY).states).toEqual([])
})

test('a check never removes a domain that the operator set', () => {
  const put: Before = { ...live, proof: '', dueAt: new Date('9999-12-31T00:00:00Z') }
  let record = put
  for (let at = 0; at < 20; at += 1)
    record = next(record, findings('bad'), new Date(START.getTime() + at * HOUR))
  expect(record.state).toBe('live')
  expect(record.dueAt).toEqual(put.dueAt)
})
