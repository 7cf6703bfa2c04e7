// Single sign-on against oidc-provider on loopback: real HTTP, real Redis, real Postgres; honest providers
// and others. Imported first, because it prepares what Next needs.
import { TestBrowser } from '../../../testing/browser.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startNameServer, type NameServer } from '../../../scripts/services/name-server.ts'
import { startIdentityProvider, type IdentityProvider } from '../../../scripts/services/identity-provider.ts'
import { env } from '../../env.ts'
import { seal } from '../../sealed.ts'
import { auditEventsOf } from '../../store/audit-events.ts'
import { database } from '../../store/database.ts'
import { putLiveDomain } from '../../store/domains.ts'
import { findMailDomain, holderOfMailDomain, insertMailDomain } from '../../store/mail-domains.ts'
import type { Viewer } from '../../session/viewer.ts'
import { findMemberByEmail, insertMember } from '../../store/members.ts'
import { findProvider } from '../../store/sign-on.ts'
import { createTenant, type TenantRecord } from '../../store/tenants.ts'
import { signIn } from '../auth/sign-in.ts'
import { suspendMember } from '../team/decide.ts'
import { as, openTeam, PASSWORD, viewerIn, type Team } from '../../../testing/team.ts'
import { callbackOf } from './federation.ts'
import { addMailDomain, checkMailDomain, removeMailDomain } from '../mail-domain/edit.ts'
import { recheckMailDomains } from '../mail-domain/recheck.ts'
import { addressOf } from './address.ts'
import { finishSignOn } from './finish.ts'
import { isFromIssuer } from './issuer.ts'
import { findSignOn, removeSignOn, requireSignOn, setProvider, vouchForProvider } from './provider.ts'
import { startSignOn, testSignOn } from './start.ts'

let provider: IdentityProvider
let dns: NameServer
let team: Team
let owner: TestBrowser
let other: TenantRecord
beforeAll(async () => {
  ;[provider, dns] = await Promise.all([startIdentityProvider(), startNameServer()])
  team = await openTeam('5.0', {
    OIDC_ALLOWED_ORIGINS: `${provider.url}=127.0.0.0/8`,
    DNS_SERVERS: dns.address,
  })
  provider.admit(callbackOf(env().portalOrigin, team.tenant.id))
  owner = await team.enter()
  other = await createTenant({
    name: 'Another portal',
    crossbarOrigin: team.tenant.crossbarOrigin,
    account: seal('f'.repeat(32)),
    credentials: team.credentials,
    owner: { name: 'Fia Foreign', email: 'fia@foreign.example', passwordHash: null },
  })
})
afterAll(async () => {
  await team.close()
  await Promise.all([provider.stop(), dns.stop()])
})

const draft = () => ({
  issuer: provider.url,
  clientId: provider.client.id,
  clientSecret: seal<'client secret'>(provider.client.secret),
  defaultRole: 'support' as const,
})
const person = (email: string, more: object = {}) => ({
  sub: email,
  email,
  email_verified: true,
  name: 'Nina New',
  ...more,
})

/** The query that the browser brings back from the provider, after every redirect there. */
async function through(address: string): Promise<Record<string, string>> {
  const jar = new Map<string, string>()
  for (let at = address, hops = 0; hops < 10; hops++) {
    if (at.startsWith(callbackOf(env().portalOrigin, ''))) return Object.fromEntries(new URL(at).searchParams)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    at = new URL(response.headers.get('location') ?? '', at).href
  }
  throw new Error('the provider does not redirect back')
}

type Answer = Record<string, string>

/** A whole sign-in in one browser, as the provider's current user; `change` alters the provider's answer. */
async function signOn(browser: TestBrowser, change: (query: Answer) => Answer = (query) => query) {
  const query = change(await through(await browser.run(() => startSignOn('Somebody@Example.com'))))
  return { query, ...(await browser.run(() => finishSignOn(team.tenant.id, query, null))) }
}

/** Runs the job this many ms after its last run, and checks every domain. */
async function clock(ms: number): Promise<void> {
  later += ms
  const now = new Date(Date.now() + later)
  await database().updateTable('mail_domains').set({ due_at: now }).execute()
  await recheckMailDomains({ now: () => now, ending: () => false })
}
let later = 0
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const mailDomain = async (domain: string) =>
  (await as(owner, findSignOn)).mailDomains.find((row) => row.domain === domain)

/** Claims `domain`, sets its DNS, and runs the job twice. */
async function proved(domain = 'example.com'): Promise<void> {
  if ((await mailDomain(domain)) === undefined) await as(owner, (viewer) => addMailDomain(viewer, domain))
  const row = await mailDomain(domain)
  dns.zones[row?.record.name ?? ''] = { TXT: ['v=spf1 -all', row?.record.value ?? ''] }
  await clock(MINUTE)
  await clock(MINUTE)
  expect(await mailDomain(domain)).toMatchObject({ state: 'live' })
}

/** Stores another issuer, which the form would refuse. */
const storeIssuer = (issuer: string) => database().updateTable('sign_on_providers').set({ issuer }).execute()

async function verified() {
  await proved()
  await as(owner, (viewer) => setProvider(viewer, draft()))
  provider.person = person('olga@example.com')
  const query = await through(await as(owner, testSignOn))
  return as(owner, (viewer) => finishSignOn(team.tenant.id, query, viewer))
}

describe('setting it', () => {
  test('needs an owner; a provider has to answer under its very issuer, and serve a single company', async () => {
    const admin = await team.enter((await team.member('admin')).email)
    for (const act of [findSignOn, testSignOn, removeSignOn])
      await expect(as<unknown>(admin, act)).rejects.toMatchObject({ userMessage: 'messages.role' })
    await expect(as(admin, (viewer) => setProvider(viewer, draft()))).rejects.toMatchObject({
      userMessage: 'messages.role',
    })
    for (const act of [
      (viewer: Viewer) => requireSignOn(viewer, true),
      (viewer: Viewer) => vouchForProvider(viewer, true),
      (viewer: Viewer) => addMailDomain(viewer, 'example.com'),
      (viewer: Viewer) => checkMailDomain(viewer, 'example.com'),
      (viewer: Viewer) => removeMailDomain(viewer, 'example.com'),
    ])
      await expect(as<unknown>(admin, act)).rejects.toMatchObject({ userMessage: 'messages.role' })
    for (const issuer of [
      `${provider.url}/`,
      provider.url.replace('127.0.0.1', 'localhost'),
      'http://127.0.0.1:1',
      'https://10.0.0.1',
      'https://169.254.169.254/latest',
    ]) {
      await expect(
        as(owner, (viewer) => setProvider(viewer, { ...draft(), issuer })),
        issuer,
      ).rejects.toMatchObject({ fields: { issuer: 'messages.signOn.issuer' } })
    }
    for (const directory of [
      'common',
      'organizations',
      'consumers',
      '{tenantid}',
      '9188040d-6c67-4c5b-b112-36a304b66dad',
      '9188040D-6C67-4C5B-B112-36A304B66DAD',
    ]) {
      await expect(
        as(owner, (viewer) =>
          setProvider(viewer, { ...draft(), issuer: `https://login.microsoftonline.com/${directory}/v2.0` }),
        ),
        directory,
      ).rejects.toMatchObject({ fields: { issuer: 'messages.signOn.everybody' } })
    }
    expect(await findProvider(team.tenant.id)).toBeNull()
  })

  test("it signs no one in, and cannot be required, before an owner's test has succeeded", async () => {
    await proved()
    await as(owner, (viewer) => setProvider(viewer, draft()))
    await expect(new TestBrowser().run(() => startSignOn('olga@example.com'))).rejects.toMatchObject({
      fields: { email: 'messages.signOn.nobodys' },
    })
    await expect(as(owner, (viewer) => requireSignOn(viewer, true))).rejects.toMatchObject({
      userMessage: 'messages.signOn.untested',
    })
    provider.person = person('olga@example.com')
    const query = await through(await as(owner, testSignOn))
    // Without the owner's session the answer tests nothing, and signs no one in.
    const stranger = new TestBrowser()
    for (const [name, value] of owner.jar) if (name !== 'portal') stranger.jar.set(name, value)
    expect(await stranger.run(() => finishSignOn(team.tenant.id, query, null))).toEqual({
      end: 'protocol',
      test: true,
    })
    expect(await viewerIn(stranger)).toBeNull()
    expect(await verified()).toEqual({ end: 'tested', test: true })
    expect((await as(owner, findSignOn)).provider).toMatchObject({ required: false, defaultRole: 'support' })
    expect(JSON.stringify(await as(owner, findSignOn))).not.toContain(provider.client.secret)
    const [event] = await auditEventsOf(team.tenant.id, { limit: 1 })
    expect(event).toMatchObject({ verb: 'connection.signOn', after: { verified: true }, stage: 'done' })
    expect(JSON.stringify(await auditEventsOf(team.tenant.id, { limit: 50 }))).not.toContain(
      provider.client.secret,
    )
  })
})

describe('a mail domain', () => {
  test.each([
    ['gmail.com', 'messages.signOn.publicMail'],
    ['Somebody@Outlook.com', 'messages.signOn.publicMail'],
    ['com', 'messages.signOn.domain'],
    ['co.uk', 'messages.signOn.domain'],
    ['github.io', 'messages.signOn.domain'],
    ['127.0.0.1', 'messages.signOn.domain'],
    ['*.example.com', 'messages.signOn.domain'],
    ['a..b', 'messages.signOn.domain'],
    ['example.com\u0000', 'messages.signOn.domain'],
  ])('%s cannot be claimed', async (typed, why) => {
    await expect(as(owner, (viewer) => addMailDomain(viewer, typed))).rejects.toMatchObject({
      fields: { domain: why },
    })
  })

  test('that is not proved routes no one to the provider, and none of its addresses is accepted', async () => {
    await database().deleteFrom('mail_domains').execute()
    await as(owner, (viewer) => setProvider(viewer, draft()))
    expect(await as(owner, (viewer) => addMailDomain(viewer, ' Olga@Example.COM '))).toBe('example.com')
    await expect(as(owner, (viewer) => addMailDomain(viewer, 'example.com'))).rejects.toMatchObject({
      fields: { domain: 'messages.domain.known' },
    })
    // Also where an earlier test was stored.
    await database().updateTable('sign_on_providers').set({ verified_at: new Date() }).execute()
    await expect(new TestBrowser().run(() => startSignOn('olga@example.com'))).rejects.toMatchObject({
      fields: { email: 'messages.signOn.nobodys' },
    })
    provider.person = person('olga@example.com')
    const browser = new TestBrowser()
    for (const [name, value] of owner.jar) browser.jar.set(name, value)
    const query = await through(await as(browser, testSignOn))
    const stranger = new TestBrowser()
    for (const [name, value] of browser.jar) if (name !== 'portal') stranger.jar.set(name, value)
    expect(await stranger.run(() => finishSignOn(team.tenant.id, query, null))).toMatchObject({
      end: 'domain',
    })
    expect(await viewerIn(stranger)).toBeNull()
  })

  test('is proved by two checks, shown with its record, and only its owner can have it', async () => {
    const before = await mailDomain('example.com')
    expect(before).toMatchObject({
      state: 'pending',
      record: {
        name: '_portal-proof.example.com',
        value: expect.stringMatching(/^portal-proof=[\w-]{32}$/),
      },
    })
    await clock(0)
    expect(await mailDomain('example.com')).toMatchObject({ state: 'pending', problem: 'proof' })
    // The record of another claim, or of a host of the same tenant, proves nothing here.
    dns.zones['_portal-proof.example.com'] = { TXT: ['portal-proof=of-somebody-else'] }
    await clock(4 * MINUTE)
    expect(await mailDomain('example.com')).toMatchObject({
      state: 'pending',
      problem: 'proof',
      found: ['portal-proof=of-somebody-else'],
    })
    await putLiveDomain({ tenant: team.tenant.id, host: 'example.com' })
    await putLiveDomain({ tenant: team.tenant.id, host: 'portal.example.com' })
    dns.once('_portal-proof.example.com', { TXT: [before?.record.value ?? ''] })
    await clock(8 * MINUTE)
    await clock(12 * MINUTE)
    expect(await mailDomain('example.com')).toMatchObject({ state: 'pending' })
    await insertMailDomain(
      { tenant: other.id, domain: 'example.com', proof: 'portal-proof=of-the-other' },
      new Date(),
    )
    await proved()
    dns.zones['_portal-proof.example.com'] = {
      TXT: [before?.record.value ?? '', 'portal-proof=of-the-other'],
    }
    await clock(HOUR)
    await clock(HOUR)
    expect(await holderOfMailDomain('example.com')).toBe(team.tenant.id)
    expect(await findMailDomain(other.id, 'example.com')).toMatchObject({ state: 'pending', why: 'taken' })
    await database().deleteFrom('mail_domains').where('tenant', '=', other.id).execute()
  })

  test('whose proof disappears is lost: the owners get a mail, single sign-on stops, and passwords work again', async () => {
    await proved()
    const helper = await team.member('support')
    const provided = database().updateTable('sign_on_providers')
    await provided.set({ verified_at: new Date(), required: true }).execute()
    await expect(new TestBrowser().run(() => signIn(helper.email, seal(PASSWORD)))).rejects.toMatchObject({
      userMessage: 'messages.signOn.required',
    })
    const waiting = new TestBrowser()
    provider.person = person('nina@example.com')
    const query = await through(await waiting.run(() => startSignOn('nina@example.com')))
    dns.zones['_portal-proof.example.com'] = { TXT: ['v=spf1 -all'] }
    await clock(HOUR)
    expect(await mailDomain('example.com')).toMatchObject({ state: 'live', problem: 'proof' })
    for (let looks = 0; looks < 5; looks += 1) await clock(30 * MINUTE)
    expect(await mailDomain('example.com')).toMatchObject({ state: 'suspended', problem: 'proof' })
    expect(await waiting.run(() => finishSignOn(team.tenant.id, query, null))).toMatchObject({
      end: 'domain',
    })
    expect(await viewerIn(waiting)).toBeNull()
    await expect(new TestBrowser().run(() => startSignOn('nina@example.com'))).rejects.toMatchObject({
      fields: { email: 'messages.signOn.nobodys' },
    })
    expect(await viewerIn(await team.enter(helper.email))).not.toBeNull()
    const notices = (await team.mails()).filter(({ mail }) =>
      JSON.stringify(mail).includes('mailDomainUnproved'),
    )
    expect(notices).toEqual([
      { recipient: 'olga@example.com', mail: { kind: 'mailDomainUnproved', domain: 'example.com' } },
    ])
    const [event] = await auditEventsOf(team.tenant.id, { limit: 1 })
    expect(event).toMatchObject({ verb: 'domain.suspended', subject: { name: 'example.com' }, stage: 'done' })
    await as(owner, (viewer) => removeMailDomain(viewer, 'example.com'))
    await as(owner, removeSignOn)
  })
})

describe('signing in with it', () => {
  beforeAll(async () => {
    await verified()
  })
  beforeEach(() => {
    provider.tamper = null
  })

  test('a member signs in as themselves, a new user of the domain with the default role, both in the audit log', async () => {
    const admin = await team.member('admin')
    provider.person = person(admin.email.toUpperCase())
    const browser = new TestBrowser()
    expect(await signOn(browser)).toMatchObject({ end: 'signed in', test: false })
    expect((await viewerIn(browser))?.session.record).toMatchObject({ principal: admin.id, role: 'admin' })
    expect([...browser.jar.keys()]).toEqual(['portal'])

    provider.person = person('nina@example.com', { name: 'Nina\u0000\u202e New' })
    const fresh = new TestBrowser()
    expect(await signOn(fresh)).toMatchObject({ end: 'signed in' })
    const nina = await findMemberByEmail('nina@example.com')
    expect(nina).toMatchObject({ role: 'support', status: 'active', passwordHash: null, name: 'Nina New' })
    expect((await viewerIn(fresh))?.session.record).toMatchObject({ principal: nina?.id, role: 'support' })
    const [joined] = await auditEventsOf(team.tenant.id, { limit: 1 })
    expect(joined).toMatchObject({ verb: 'member.join', actor: { name: 'Nina New' }, stage: 'done' })
  })

  test('an invited member gets the role of the invitation; a suspended one stays out', async () => {
    await insertMember(database(), team.tenant.id, {
      name: 'Ida Invited',
      email: 'ida@example.com',
      role: 'viewer',
      passwordHash: null,
      status: 'invited',
    })
    provider.person = person('ida@example.com')
    expect(await signOn(new TestBrowser())).toMatchObject({ end: 'signed in' })
    const ida = await findMemberByEmail('ida@example.com')
    expect(ida).toMatchObject({ role: 'viewer', status: 'active' })
    await as(owner, (viewer) => suspendMember(viewer, ida?.id ?? ''))
    const browser = new TestBrowser()
    expect(await signOn(browser)).toMatchObject({ end: 'member' })
    expect(await viewerIn(browser)).toBeNull()
  })

  test.each([
    ['unverified', { email_verified: false }],
    ['unverified', { email_verified: undefined }],
    ['unverified', { email: undefined }],
    ['domain', { email: 'fia@foreign.example' }],
    ['domain', { email: 'fia@foreign.example@example.com' }],
    ['domain', { email: 'x@sub.example.com' }],
    ['domain', { email: 'x@example.com.evil.example' }],
  ])('%s: an address that the provider does not vouch for, or must not', async (end, claims) => {
    provider.person = person('x@example.com')
    provider.tamper = (before) => ({ ...before, ...claims })
    const browser = new TestBrowser()
    expect(await signOn(browser)).toMatchObject({ end })
    expect(await viewerIn(browser)).toBeNull()
  })

  test.each([
    // The provider's answer; without the owner vouching; with it.
    [true, 'signed in', 'signed in'],
    ['true', 'signed in', 'signed in'],
    ['True', 'signed in', 'signed in'],
    [undefined, 'unverified', 'signed in'],
    [null, 'unverified', 'signed in'],
    [false, 'unverified', 'unverified'],
    ['false', 'unverified', 'unverified'],
    [1, 'unverified', 'unverified'],
    [0, 'unverified', 'unverified'],
    ['', 'unverified', 'unverified'],
    ['yes', 'unverified', 'unverified'],
    [['true'], 'unverified', 'unverified'],
    [{ value: true }, 'unverified', 'unverified'],
  ])(
    'email_verified %j is %s, and where the owner trusts the provider %s',
    async (message, plain, vouched) => {
      provider.person = person('vera@example.com')
      provider.tamper = (before) => ({ ...before, email_verified: message })
      for (const [vouches, end] of [
        [false, plain],
        [true, vouched],
      ] as const) {
        await as(owner, (viewer) => vouchForProvider(viewer, vouches))
        const browser = new TestBrowser()
        expect(await signOn(browser), String(vouches)).toMatchObject({ end })
        expect((await viewerIn(browser)) !== null).toBe(end === 'signed in')
      }
    },
  )

  test('vouching is in the audit log, and counts for proved domains and the current issuer only', async () => {
    await as(owner, (viewer) => vouchForProvider(viewer, true))
    const [event] = await auditEventsOf(team.tenant.id, { limit: 1 })
    expect(event).toMatchObject({ verb: 'connection.signOn', after: { vouches: true }, stage: 'done' })
    provider.person = person('x@example.com')
    for (const [claims, end] of [
      [{ email: 'fia@foreign.example' }, 'domain'],
      [{ email: 'x@sub.example.com' }, 'domain'],
      [{ email: 'fia@foreign.example', upn: 'x@example.com' }, 'domain'],
      [{ email: undefined, upn: 'x@foreign.example', preferred_username: 'x@example.com' }, 'domain'],
      [{ email: undefined, preferred_username: '+49 30 1234' }, 'domain'],
      [{ email: undefined }, 'unverified'],
      [{ upn: 'x_foreign.example#EXT#@example.com' }, 'unverified'],
      [{ preferred_username: 'x_foreign.example#ext#@example.com' }, 'unverified'],
      [{ acct: 1 }, 'unverified'],
      [{ email: undefined, upn: 'UPN@Example.com' }, 'signed in'],
      [{ email: undefined, preferred_username: 'name@example.com' }, 'signed in'],
    ] as const) {
      provider.tamper = (before) => ({ ...before, email_verified: undefined, ...claims })
      expect(await signOn(new TestBrowser()), JSON.stringify(claims)).toMatchObject({ end })
    }
    expect(await findMemberByEmail('upn@example.com')).toMatchObject({ tenant: team.tenant.id })
    // Without it, neither replaces the address.
    await as(owner, (viewer) => vouchForProvider(viewer, false))
    provider.tamper = (before) => ({ ...before, email: undefined, upn: 'upn@example.com' })
    expect(await signOn(new TestBrowser())).toMatchObject({ end: 'unverified' })
    await as(owner, (viewer) => vouchForProvider(viewer, true))
    await as(owner, (viewer) => setProvider(viewer, { ...draft(), defaultRole: 'viewer' }))
    expect(await findProvider(team.tenant.id)).toMatchObject({ vouches: true, verifiedAt: null })
    await database().updateTable('sign_on_providers').set({ issuer: 'https://another.example' }).execute()
    await as(owner, (viewer) => setProvider(viewer, draft()))
    expect(await findProvider(team.tenant.id)).toMatchObject({ vouches: false })
    provider.tamper = null
    expect(await verified()).toMatchObject({ end: 'tested' })
  })

  test('an address of the domain that is a member of another portal stays there', async () => {
    await insertMember(database(), other.id, {
      name: 'Otto Other',
      email: 'otto@example.com',
      role: 'owner',
      passwordHash: null,
    })
    provider.person = person('otto@example.com')
    expect(await signOn(new TestBrowser())).toMatchObject({ end: 'member' })
    expect(await findMemberByEmail('otto@example.com')).toMatchObject({ tenant: other.id })
  })

  test.each([
    ['nonce', { nonce: 'another' }],
    ['nonce', { nonce: undefined }],
    ['issuer', { iss: 'https://login.example.com' }],
    ['audience', { aud: 'another-client' }],
    ['audience', { aud: ['portal', 'another-client'], azp: 'another-client' }],
    ['age', { exp: 1_000_000_000 }],
  ])('a token with a wrong %s is refused', async (_what, claims) => {
    provider.person = person('nina@example.com')
    provider.tamper = (before) => ({ ...before, ...claims })
    const browser = new TestBrowser()
    expect(await signOn(browser)).toMatchObject({ end: 'protocol' })
    expect(await viewerIn(browser)).toBeNull()
  })

  test('an answer of the issuer in the discovery document is refused if the owner named another', async () => {
    provider.person = person('nina@example.com')
    await storeIssuer(`${provider.url}/`)
    const browser = new TestBrowser()
    expect(await signOn(browser)).toMatchObject({ end: 'protocol' })
    expect(await viewerIn(browser)).toBeNull()
    await storeIssuer(provider.url)
    expect(await signOn(browser)).toMatchObject({ end: 'signed in' })
  })

  test('a wrong state, none, a code of another user, and an unsolicited answer are refused', async () => {
    provider.person = person('nina@example.com')
    const attacks: ((query: Answer) => Answer)[] = [
      (query) => ({ ...query, state: 'another' }),
      ({ state: _state, ...query }) => query,
      (query) => ({ ...query, code: 'another' }),
      ({ state = '' }) => ({ state, error: 'access_denied' }),
    ]
    for (const attack of attacks) {
      expect(await signOn(new TestBrowser(), attack)).toMatchObject({ end: 'protocol' })
    }
    const foreign = await through(await new TestBrowser().run(() => startSignOn('a@example.com')))
    const asked = provider.asked.length
    expect(await new TestBrowser().run(() => finishSignOn(team.tenant.id, foreign, null))).toMatchObject({
      end: 'protocol',
    })
    // Another user's answer in a browser that asked itself: an attacker would like to sign it in as
    // themselves.
    const victim = new TestBrowser()
    await victim.run(() => startSignOn('a@example.com'))
    expect(await victim.run(() => finishSignOn(team.tenant.id, foreign, null))).toMatchObject({
      end: 'protocol',
    })
    expect(await viewerIn(victim)).toBeNull()
    expect(provider.asked.slice(asked)).not.toContain('POST /token')
    for (const tenant of [other.id, '', 'x', '../..', '__proto__'])
      expect(await victim.run(() => finishSignOn(tenant, foreign, null))).toMatchObject({ end: 'protocol' })
  })

  test('an answer is valid once, even with the cookies of that time', async () => {
    provider.person = person('nina@example.com')
    const browser = new TestBrowser()
    const address = await browser.run(() => startSignOn('nina@example.com'))
    const before = new Map(browser.jar)
    const query = await through(address)
    expect(await browser.run(() => finishSignOn(team.tenant.id, query, null))).toMatchObject({
      end: 'signed in',
    })
    expect(await browser.run(() => finishSignOn(team.tenant.id, query, null))).toMatchObject({
      end: 'protocol',
    })
    const thief = new TestBrowser()
    for (const [name, value] of before) thief.jar.set(name, value)
    expect(await thief.run(() => finishSignOn(team.tenant.id, query, null))).toMatchObject({
      end: 'protocol',
    })
    expect(await viewerIn(thief)).toBeNull()
  })

  test('a domain shows whether it has a provider, an address shows nothing', async () => {
    for (const email of ['olga@example.com', 'nobody-at-all@example.com'])
      expect(await new TestBrowser().run(() => startSignOn(email))).toMatch(`${provider.url}/auth?`)
    for (const email of ['fia@foreign.example', 'nobody@foreign.example', 'x', '@', ''])
      await expect(new TestBrowser().run(() => startSignOn(email))).rejects.toMatchObject({
        fields: { email: 'messages.signOn.nobodys' },
      })
  })

  test('when required, it is the only sign-in for all but owners; another provider has to be tested again', async () => {
    const helper = await team.member('support')
    await as(owner, (viewer) => requireSignOn(viewer, true))
    await expect(new TestBrowser().run(() => signIn(helper.email, seal(PASSWORD)))).rejects.toMatchObject({
      userMessage: 'messages.signOn.required',
    })
    await expect(new TestBrowser().run(() => signIn(helper.email, seal('wrong')))).rejects.toMatchObject({
      userMessage: 'messages.signIn.refused',
    })
    expect(await viewerIn(await team.enter())).not.toBeNull()
    await as(owner, (viewer) => setProvider(viewer, draft()))
    expect(await findProvider(team.tenant.id)).toMatchObject({ required: false, verifiedAt: null })
    expect(await viewerIn(await team.enter(helper.email))).not.toBeNull()
    await as(owner, removeSignOn)
    expect(await findProvider(team.tenant.id)).toBeNull()
  })
})

const entra = (directory: string) => `https://login.microsoftonline.com/${directory}/v2.0`
const sts = (directory: string) => `https://sts.windows.net/${directory}/`

describe('issuers that cannot run in a test', () => {
  const OWN = '0a1b2c3d-0000-4000-8000-00000000abcd'
  const OTHER = '0a1b2c3d-0000-4000-8000-00000000abce'

  test.each([
    ['a directory that it does not name', entra(OWN), entra(OWN), undefined, true],
    ['its own directory', entra(OWN), entra(OWN), OWN, true],
    ['its own directory, in capitals', entra(OWN), entra(OWN), OWN.toUpperCase(), true],
    ['another directory', entra(OWN), entra(OTHER), OTHER, false],
    ['its own by name and another directory', entra(OWN), entra(OWN), OTHER, false],
    ['no directory at all', entra(OWN), entra(OWN), null, false],
    ['a list of directories', entra(OWN), entra(OWN), [OWN], false],
    ['the older address', sts(OWN), sts(OWN), OWN, true],
    ['the older address of another', sts(OWN), sts(OWN), OTHER, false],
    ['common', entra('common'), entra('common'), undefined, false],
    ['common, with a directory', entra('common'), entra('common'), OWN, false],
    ['organizations', entra('organizations'), entra('organizations'), OWN, false],
    ['personal accounts', sts('consumers'), sts('consumers'), OWN, false],
    [
      'the directory of personal accounts',
      entra('9188040d-6c67-4c5b-b112-36a304b66dad'),
      entra('9188040d-6c67-4c5b-b112-36a304b66dad'),
      undefined,
      false,
    ],
    ['a provider that is not Microsoft', 'https://id.example.com', 'https://id.example.com', OTHER, true],
    ['another provider', 'https://id.example.com', 'https://id.example.com/', undefined, false],
  ])('of Microsoft, an answer of %s: it is accepted or not', (_what, issuer, iss, tid, accepted) => {
    expect(isFromIssuer(issuer, { iss, tid })).toBe(accepted)
  })

  test.each([
    ['its account is of the company', 'example.com', true],
    ['in capitals', 'Example.COM', true],
    ['its account is of nobody', undefined, false],
    ['its account is of another company', 'foreign.example', false],
  ])('of Google, an address of the domain counts where %s', (_what, hd, counts) => {
    const claims = { sub: 'x', email: 'Nina@Example.com', email_verified: true, ...(hd && { hd }) }
    const tenants = { domains: ['example.com', 'foreign.example'], vouches: true }
    const google = { ...tenants, issuer: 'https://accounts.google.com' }
    expect(addressOf(google, { ...claims, iss: google.issuer })).toEqual(
      counts ? { address: 'nina@example.com' } : 'domain',
    )
    const another = { ...tenants, issuer: 'https://id.example.com' }
    expect(addressOf(another, { ...claims, iss: another.issuer })).toEqual({ address: 'nina@example.com' })
  })
})
