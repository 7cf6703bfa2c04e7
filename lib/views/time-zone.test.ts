import { describe, expect, test } from 'vitest'
import { startOfDay } from './audit-day.ts'
import { accountZone, isAccountZone, isKazooZone, readerZone } from './time-zone.ts'

const NAMES = [
  'Asia/Kolkata',
  'Asia/Calcutta',
  'Europe/Kyiv',
  'Europe/Kiev',
  'Asia/Ho_Chi_Minh',
  'Asia/Saigon',
  'America/Nuuk',
  'America/Argentina/Buenos_Aires',
  'America/Buenos_Aires',
  'America/Argentina/ComodRivadavia',
  'America/North_Dakota/New_Salem',
  'America/Port-au-Prince',
  'Antarctica/DumontDUrville',
  'Australia/ACT',
  'Pacific/Kanton',
  'Etc/GMT+5',
  'Etc/GMT-14',
  'Etc/UTC',
  'US/Pacific',
  'Mexico/BajaNorte',
  'EST5EDT',
  'GB-Eire',
  'NZ-CHAT',
  'Hongkong',
]

describe('a time zone', () => {
  test.each(NAMES)('%s is read by every form and from the cookie', (zone) => {
    expect([isKazooZone(zone), isAccountZone(zone), readerZone(zone)]).toEqual([true, true, zone])
    expect(accountZone(zone)).toBe(zone)
  })

  test.each([
    ['UTC', 'Etc/UTC'],
    ['GMT', 'Etc/GMT'],
    ['Zulu', 'Etc/Zulu'],
  ])('%s is too short for an account, which gets %s', (zone, long) => {
    expect([isKazooZone(zone), isAccountZone(zone), readerZone(zone)]).toEqual([true, false, zone])
    expect(accountZone(zone)).toBe(long)
    expect(isAccountZone(long)).toBe(true)
  })

  test.each(['EST', 'GB', 'Cuba'])('%s is for users, because no longer name belongs to it', (zone) => {
    expect([isKazooZone(zone), isAccountZone(accountZone(zone))]).toEqual([true, false])
  })

  test('inherit is what a user or an account may have, and nobody’s clock', () => {
    expect([isKazooZone('inherit'), isAccountZone('inherit'), readerZone('inherit')]).toEqual([
      true,
      true,
      'UTC',
    ])
  })

  test.each(['+05:30', '-03:00'])('the offset %s shows times, and is no zone of Kazoo', (zone) => {
    expect([isKazooZone(zone), isAccountZone(zone), readerZone(zone)]).toEqual([false, false, zone])
  })

  test.each([
    'europe/berlin',
    'Europe/BERLIN',
    'EUROPE/BERLIN',
    'Asia/KOLKATA',
    'IST',
    'ACT',
    'SystemV/EST5',
  ])('%s is no name that Kazoo has, although Intl takes it', (zone) =>
    expect([isKazooZone(zone), isAccountZone(zone)]).toEqual([false, false]),
  )

  test.each([
    '',
    'Mars/Olympus',
    'Europe/../etc',
    'Europe/',
    'Europe',
    'Berlin',
    '__proto__',
    'a'.repeat(5_000),
    'UTC\n',
  ])('"%s" is none at all', (zone) => {
    expect([isKazooZone(zone), isAccountZone(zone), readerZone(zone)]).toEqual([false, false, 'UTC'])
  })
})

test('without a report, times are in UTC', () => expect(readerZone(undefined)).toBe('UTC'))

test('every zone that this machine suggests is read by every rule', () => {
  const refused = Intl.supportedValuesOf('timeZone').filter(
    (zone) => !isKazooZone(zone) || !isAccountZone(zone) || readerZone(zone) !== zone,
  )
  expect(refused).toEqual([])
})

test.each([
  ['Asia/Kolkata', '2026-11-30T18:30:00.000Z'],
  ['Asia/Calcutta', '2026-11-30T18:30:00.000Z'],
  ['+05:30', '2026-11-30T18:30:00.000Z'],
  ['Europe/Kyiv', '2026-11-30T22:00:00.000Z'],
  ['America/Argentina/Buenos_Aires', '2026-12-01T03:00:00.000Z'],
  ['Etc/GMT+5', '2026-12-01T05:00:00.000Z'],
  ['UTC', '2026-12-01T00:00:00.000Z'],
])('a day of the audit log begins at midnight in %s', (zone, instant) => {
  expect(startOfDay('2026-12-01', zone).toISOString()).toBe(instant)
})
