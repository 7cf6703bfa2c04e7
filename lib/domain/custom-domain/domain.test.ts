// A tenant's domains against a scripted name server on loopback: real DNS, real Redis, real Postgres, the
// simulated Kazoo.
import type { TestBrowser } from '../../../testing/browser.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startNameServer, type NameServer, type Zone } from '../../../scripts/services/name-server.ts'
import { env } from '../../env.ts'
import { seal } from '../../sealed.ts'
import { auditEventsOf } from '../../store/audit-events.ts'
import { database } from '../../store/database.ts'
import { findDomain, insertDomain, liveDomain, primaryHostOf, putLiveDomain } from '../../store/domains.ts'
import { editTenant } from '../../store/tenant-state.ts'
import { createTenant } from '../../store/tenants.ts'
import type { DomainCheckLine } from '../../views/custom-domain.ts'
import { as, openTeam, type Team } from '../../../testing/team.ts'
import { originOf } from '../tenant-origin.ts'
import { findAccountChoices } from './account.ts'
import { checkDomain } from './check.ts'
import { addDomain, choosePrimary, removeDomain, tieDomain } from './edit.ts'
import { findDomainPage, listDomains } from './find.ts'
import { recheckDomains } from './recheck.ts'

const HERE: Zone = { A: ['203.0.113.7'], AAAA: ['2001:db8::7'] }
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const SEVENTH = /^portal-proof=[\w-]{32}$/
let dns: NameServer
let team: Team
let owner: TestBrowser
let other: string
let hosts = 0

beforeAll(async () => {
  dns = await startNameServer()
  team = await openTeam('5.0', {
    DNS_SERVERS: dns.address,
    PUBLIC_ADDRESSES: '203.0.113.7, 2001:db8:0::7',
  })
  await editTenant(team.tenant.id, { trialEndsAt: null })
  owner = await team.enter()
  const made = await createTenant({
    name: 'Another portal',
    crossbarOrigin: team.tenant.crossbarOrigin,
    account: seal('f'.repeat(32)),
    credentials: team.credentials,
    owner: { name: 'Fia Foreign', email: 'fia@foreign.example', passwordHash: null },
  })
  other = made.id
})
afterAll(async () => {
  await team.close()
  await dns.stop()
})
beforeEach(async () => {
  dns.zones = {}
  await database().deleteFrom('domains').execute()
})

const origin = () => env().portalOrigin
function newHost(): string {
  hosts += 1
  return `portal${hosts}.acme.test`
}
const add = (host: string) => as(owner, (viewer) => addDomain(viewer, host))
const page = (host: string) => as(owner, (viewer) => findDomainPage(viewer, host))
/** Runs the job at this many ms from now. */
const clock = (ms: number) => recheckDomains({ now: () => new Date(Date.now() + ms), ending: () => false })
/** Runs the job whenever a check is due, until then. */
async function clockUntil(from: number, until: number, each: (at: number) => void = () => undefined) {
  for (let at = from; at <= until; at += 5 * MINUTE) {
    each(at)
    await clock(at)
  }
}

/** Sets the DNS as the page asks for it. */
async function pointHere(host: string): Promise<void> {
  const { records } = await page(host)
  dns.zones[host] = HERE
  dns.zones[records.proof?.name ?? ''] = { TXT: ['v=spf1 -all', records.proof?.value ?? ''] }
}

async function live(host = newHost()): Promise<string> {
  await add(host)
  await pointHere(host)
  await clock(0)
  await clock(MINUTE)
  expect((await page(host)).state).toBe('live')
  return host
}

describe('a claim', () => {
  test('waits for its DNS, shows the records it needs, and serves no one', async () => {
    const host = await add(' HTTPS://Büro.Acme.Test/ ')
    expect(host).toBe('xn--bro-hoa.acme.test')
    expect(await page(host)).toMatchObject({
      state: 'pending',
      letters: 'büro.acme.test',
      records: {
        addresses: [
          { type: 'A', value: '203.0.113.7' },
          { type: 'AAAA', value: '2001:db8:0::7' },
        ],
        alias: 'localhost',
        proof: { name: `_portal-proof.${host}`, value: expect.stringMatching(SEVENTH) },
      },
    })
    expect((await page(await add('acme.test'))).records.alias).toBeNull()
    expect(await liveDomain(host)).toBeNull()
    await expect(add(host)).rejects.toMatchObject({ fields: { host: 'messages.domain.known' } })
    for (const odd of ['', 'nobody.acme.test', 'a\0b', '../x', host.toUpperCase(), 'büro.acme.test'])
      await expect(page(odd), odd).rejects.toMatchObject({ name: 'NotFound' })
    await expect(add('co.uk')).rejects.toMatchObject({ fields: { host: 'messages.domain.suffix' } })
  })

  test('does not reveal another claim to the host before it is proved', async () => {
    const host = newHost()
    await putLiveDomain({ tenant: other, host })
    await add(host)
    await clock(0)
    expect(await page(host)).toMatchObject({ state: 'pending', problem: 'both' })
    await pointHere(host)
    await clock(10 * MINUTE)
    expect(await page(host)).toMatchObject({ state: 'pending', problem: 'once' })
    await clock(20 * MINUTE)
    expect(await page(host)).toMatchObject({ state: 'pending', problem: 'taken' })
    expect(await liveDomain(host)).toMatchObject({ tenant: other })
    await database().deleteFrom('domains').where('tenant', '=', other).execute()
    await clock(2 * HOUR)
    expect(await liveDomain(host)).toMatchObject({ tenant: team.tenant.id })
  })

  test('needs a live tenant, an owner and a fresh step-up', async () => {
    const support = await team.enter((await team.member('admin')).email)
    await expect(as(support, (viewer) => addDomain(viewer, 'x.acme.test'))).rejects.toMatchObject({
      userMessage: 'messages.role',
    })
    expect(await as(support, listDomains)).toMatchObject({ domains: [], own: 'localhost', trial: false })
    const stale = as(owner, (viewer) => {
      viewer.session.record.freshAt = Date.now() - HOUR
      return addDomain(viewer, 'x.acme.test')
    })
    await expect(stale).rejects.toMatchObject({ userMessage: 'messages.member.stepUp' })
    const onTrial = as(owner, (viewer) => {
      viewer.session.record.trialEndsAt = Date.now() + HOUR
      return addDomain(viewer, 'x.acme.test')
    })
    await expect(onTrial).rejects.toMatchObject({ userMessage: 'messages.domain.trial' })
  })
})

describe('DNS answers', () => {
  test('pending, wrong, right: each record is reported, and two right answers make the domain live', async () => {
    const host = newHost()
    await add(host)
    await clock(0)
    expect((await page(host)).lines).toEqual([
      { type: 'A', name: host, found: [], status: 'missing' },
      { type: 'AAAA', name: host, found: [], status: 'free' },
      { type: 'TXT', name: `_portal-proof.${host}`, found: [], status: 'missing' },
    ])
    dns.zones[host] = { A: ['203.0.113.7', '198.51.100.1'] }
    dns.zones[`_portal-proof.${host}`] = { TXT: ['portal-proof=somebody-elses'] }
    await clock(5 * MINUTE)
    expect(await page(host)).toMatchObject({
      problem: 'both',
      lines: [{ type: 'A', status: 'wrong' }, { status: 'free' }, { type: 'TXT', status: 'wrong' }],
    })
    await pointHere(host)
    await clock(10 * MINUTE)
    expect(await page(host)).toMatchObject({ state: 'pending', problem: 'once' })
    await clock(15 * MINUTE)
    expect(await page(host)).toMatchObject({ state: 'live', problem: null })
    expect((await auditEventsOf(team.tenant.id, { limit: 1 }))[0]).toMatchObject({
      verb: 'domain.live',
      stage: 'done',
      actor: { member: null, name: 'the portal' },
      subject: { name: host },
    })
  })

  test('an alias of the portal is accepted; one of another host is not', async () => {
    const host = newHost()
    await add(host)
    const { records } = await page(host)
    dns.zones[records.proof?.name ?? ''] = { TXT: [records.proof?.value ?? ''] }
    dns.zones[host] = { CNAME: 'elsewhere.test' }
    dns.zones['elsewhere.test'] = { A: ['198.51.100.1'] }
    await clock(0)
    expect(await page(host)).toMatchObject({
      problem: 'address',
      lines: [{ type: 'CNAME', status: 'wrong' }, {}, {}, {}],
    })
    dns.zones[host] = { CNAME: 'localhost' }
    dns.zones['localhost'] = { A: ['127.0.0.1'] }
    await clock(5 * MINUTE)
    await clock(10 * MINUTE)
    expect((await page(host)).state).toBe('live')
  })

  test('one poisoned answer changes nothing, either way', async () => {
    const host = newHost()
    await add(host)
    const { records } = await page(host)
    dns.once(host, HERE, 3)
    dns.once(records.proof?.name ?? '', { TXT: [records.proof?.value ?? ''] })
    await clock(0)
    expect(await page(host)).toMatchObject({ state: 'pending', problem: 'once' })
    await clock(MINUTE)
    expect(await page(host)).toMatchObject({ state: 'pending', problem: 'both' })
    const good = await live()
    dns.once(good, { A: ['198.51.100.66'] }, 3)
    await clock(3 * HOUR)
    expect(await page(good)).toMatchObject({ state: 'live', problem: 'address' })
    await clock(6 * HOUR)
    expect(await page(good)).toMatchObject({ state: 'live', problem: null, badSince: null })
  })

  test('a domain without its record for hours is suspended, with one mail to each owner; the same proof restores it, and older sessions stay ended', async () => {
    const host = await live()
    const before = await liveDomain(host)
    await as(owner, (viewer) => choosePrimary(viewer, host))
    expect(await originOf(team.tenant.id)).toBe(`http://${host}:${new URL(origin()).port}`)
    dns.zones[host] = { A: ['198.51.100.1'] }
    await clockUntil(HOUR, 2.5 * HOUR)
    expect((await page(host)).state).toBe('live')
    await clockUntil(2.5 * HOUR, 8 * HOUR)
    expect(await page(host)).toMatchObject({ state: 'suspended', problem: 'address' })
    expect(await liveDomain(host)).toBeNull()
    expect(await originOf(team.tenant.id)).toBe(origin())
    const mails = (await team.mails()).filter(({ mail }) => JSON.stringify(mail).includes('domainSuspended'))
    expect(mails).toMatchObject([{ recipient: 'olga@example.com', mail: { host } }])
    await pointHere(host)
    await clockUntil(9 * HOUR, 12 * HOUR)
    const after = await liveDomain(host)
    expect(after).toMatchObject({ tenant: team.tenant.id, primary: true })
    expect(after?.since.getTime()).toBeGreaterThan(before?.since.getTime() ?? Infinity)
  }, 30_000)

  test("flapping suspends no domain; a suspended domain moves to another tenant only by that tenant's own proof", async () => {
    const host = await live()
    await clockUntil(HOUR, 20 * HOUR, (at) => {
      dns.zones[host] = at % (2 * HOUR) < HOUR ? HERE : { A: ['198.51.100.1'] }
    })
    expect((await page(host)).state).toBe('live')
    dns.zones[host] = { A: ['198.51.100.1'] }
    await clockUntil(21 * HOUR, 30 * HOUR)
    expect((await page(host)).state).toBe('suspended')
    await insertDomain(
      database(),
      { tenant: other, host, account: null, proof: 'portal-proof=theirs' },
      new Date(),
    )
    dns.zones[host] = HERE
    dns.zones[`_portal-proof.${host}`] = { TXT: ['portal-proof=old'] }
    await clockUntil(31 * HOUR, 34 * HOUR)
    expect(await liveDomain(host)).toBeNull()
    dns.zones[`_portal-proof.${host}`] = { TXT: ['portal-proof=theirs'] }
    await clockUntil(35 * HOUR, 38 * HOUR)
    expect(await liveDomain(host)).toMatchObject({ tenant: other })
  }, 60_000)
})

describe('an owner', () => {
  test('watches the check: record by record, a second time, and then the domain is live', async () => {
    const host = newHost()
    await add(host)
    await pointHere(host)
    const lines: DomainCheckLine[] = []
    await as(owner, async (viewer) => {
      for await (const line of checkDomain(viewer, host)) lines.push(line)
    })
    expect(lines.map((line) => (line.kind === 'record' ? line.line.status : line.kind))).toEqual([
      'right',
      'right',
      'right',
      'again',
      'right',
      'right',
      'right',
      'ended',
    ])
    expect(lines.at(-1)).toEqual({ kind: 'ended', state: 'live', problem: null })
  }, 20_000)

  test('limits a domain to an account of theirs, and to none that they may not see', async () => {
    const host = await live()
    const { options } = await as(owner, (viewer) => findAccountChoices(viewer, ''))
    expect(await as(owner, (viewer) => findAccountChoices(viewer, 'zzz nobody'))).toEqual({
      options: [],
      total: 0,
    })
    expect(options).toEqual([])
    await expect(
      as(owner, (viewer) => tieDomain(viewer, host, 'acc_0000000000000000000000')),
    ).rejects.toMatchObject({
      fields: { account: 'messages.domain.account' },
    })
    await as(owner, (viewer) => tieDomain(viewer, host, ''))
    expect((await page(host)).account).toBeNull()
  })

  test('has one primary domain, which must be live, and removes a domain at once', async () => {
    const [one, two] = [await live(), await live()]
    await as(owner, (viewer) => choosePrimary(viewer, one))
    await as(owner, (viewer) => choosePrimary(viewer, two))
    expect(await primaryHostOf(team.tenant.id)).toBe(two)
    const waiting = newHost()
    await add(waiting)
    await expect(as(owner, (viewer) => choosePrimary(viewer, waiting))).rejects.toMatchObject({
      userMessage: 'messages.domain.notLive',
    })
    expect(await primaryHostOf(team.tenant.id)).toBe(two)
    await as(owner, (viewer) => removeDomain(viewer, two))
    expect(await liveDomain(two)).toBeNull()
    expect(await findDomain(team.tenant.id, two)).toBeNull()
    await as(owner, (viewer) => choosePrimary(viewer, null))
    await expect(as(owner, (viewer) => removeDomain(viewer, two))).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('finds in the audit log which of their domains was added, chosen and removed', async () => {
    const host = await live()
    await as(owner, (viewer) => choosePrimary(viewer, host))
    await as(owner, (viewer) => removeDomain(viewer, host))
    const events = (await auditEventsOf(team.tenant.id, { limit: 20 })).filter(
      ({ subject, stage }) => subject?.name === host && stage === 'done',
    )
    expect(events.map(({ verb }) => verb)).toEqual([
      'domain.remove',
      'domain.edit',
      'domain.live',
      'domain.add',
    ])
  })
})
