import { expect, test } from 'vitest'
import { dayIn, daysBefore, startOfDay } from './audit-day.ts'

test.each([
  ['2026-12-01T22:59:00Z', 'Europe/Berlin', '2026-12-01'],
  ['2026-12-01T23:00:00Z', 'Europe/Berlin', '2026-12-02'],
  ['2026-12-01T23:00:00Z', 'UTC', '2026-12-01'],
  ['2026-12-01T23:00:00Z', 'America/Los_Angeles', '2026-12-01'],
  ['2026-06-30T22:00:00Z', 'Europe/Berlin', '2026-07-01'],
])('%s is in %s on %s', (at, zone, day) => {
  expect(dayIn(zone, new Date(at))).toBe(day)
  const [start, end] = [startOfDay(day, zone), startOfDay(day, zone, 1)]
  expect(start <= new Date(at) && new Date(at) < end).toBe(true)
})

test.each([
  ['2026-12-01', 1, '2026-11-30'],
  ['2027-01-01', 1, '2026-12-31'],
  ['2026-03-30', 6, '2026-03-24'],
  ['2026-05-05', 0, '2026-05-05'],
])('the day %s minus %i is %s', (day, days, before) => {
  expect(daysBefore(day, days)).toBe(before)
})
