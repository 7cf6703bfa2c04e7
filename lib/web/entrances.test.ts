// Checks that every entrance is throttled, and that a new one is found here before it is opened
// (docs/security.md row 23).
import { as, openTeam, type Team } from '../../testing/team.ts'
import { TestBrowser } from '../../testing/browser.ts'
import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seal } from '../sealed.ts'
import { testForwarding } from '../domain/audit/settings.ts'
import { checkHost } from '../domain/connection/check.ts'
import { goLive } from '../domain/connection/go-live.ts'
import { changeHost, replaceStoredCredentials } from '../domain/connection/replace.ts'
import { askForCustomerReset } from '../domain/customer/ask-recovery.ts'
import { recoverPassword } from '../domain/customer/recover.ts'
import { signInCustomer } from '../domain/customer/sign-in.ts'
import { checkDomain } from '../domain/custom-domain/check.ts'
import { freshLinkToken } from '../domain/auth/link-token.ts'
import { changePassword, confirmEmail } from '../domain/member/profile.ts'
import { stepUp } from '../domain/member/step-up.ts'
import { changeOwnPassword } from '../domain/self-service/password.ts'
import { askForReset, resetPassword } from '../domain/auth/recovery.ts'
import { finishSignIn } from '../domain/auth/two-factor.ts'
import { signIn } from '../domain/auth/sign-in.ts'
import { originAt } from '../domain/site.ts'
import { finishSignOn } from '../domain/sign-on/finish.ts'
import { setProvider } from '../domain/sign-on/provider.ts'
import { startSignOn, testSignOn } from '../domain/sign-on/start.ts'
import { checkConnection, startTrial } from '../domain/trial/trial.ts'
import { withRedis } from '../session/redis.ts'
import { countAttempt } from '../session/throttle.ts'
import type { Budget } from '../session/throttle-rules.ts'
import { newTotpSecret } from '../domain/member/totp.ts'
import { setSink } from '../store/audit-sinks.ts'
import { database } from '../store/database.ts'
import { putLiveDomain } from '../store/domains.ts'
import { putTotp } from '../store/second-factors.ts'
import { answerEdge } from './edge.ts'

const HOST = 'phones.example.com'
const ORIGIN = 'http://localhost:3000'
const WRONG = seal<'password'>('not the password at all')
const FRESH = seal<'password'>('nine quiet orange cranes')
const EDGE_SECRET = 'four-lamps-over-the-harbour-and-a-bell'
let team: Team

type Who = 'nobody' | 'owner' | 'customer' | 'halfway' | 'on their domain'
const browsers = new Map<Who, TestBrowser>()

beforeAll(async () => {
  const more = { SIGN_IN_ATTEMPTS: '2', TRIAL_ATTEMPTS: '8', EDGE_SECRET }
  team = await openTeam('5.0', more)
  await putLiveDomain({ tenant: team.tenant.id, host: HOST, primary: true })
  await setSink(team.tenant.id, { kind: 'syslog', address: 'tls://log.invalid:6514' }, new Date())
  browsers.set('nobody', new TestBrowser())
  const owner = await team.enter()
  browsers.set('owner', owner)
  // Customers can sign in where their provider is live.
  await as(owner, (viewer) => goLive(viewer, seal(team.apiKey)))
  const member = await team.member('support')
  await putTotp(database(), member, newTotpSecret(), 0)
  browsers.set('halfway', await team.enter(member.email))
  const customer = new TestBrowser()
  customer.host = new URL(originAt(HOST)).host
  const theirs = { account: 'master.kz.test', username: 'admin', password: seal<'password'>('MasterPass1!') }
  await customer.run(() => signInCustomer(theirs))
  browsers.set('customer', customer)
  const visitor = new TestBrowser()
  visitor.host = customer.host
  browsers.set('on their domain', visitor)
})
afterAll(() => team.close())
beforeEach(async () => {
  const keys = await withRedis((redis) => redis.keys('throttle:*'))
  if (keys.length > 0) await withRedis((redis) => redis.unlink(...keys))
})

/** The browser of `who`, as if it were at another address. */
function at(who: Who, address: string): TestBrowser {
  const model = browsers.get(who)
  const browser = new TestBrowser(address)
  for (const [name, value] of model?.jar ?? []) browser.jar.set(name, value)
  browser.host = model?.host ?? null
  return browser
}

const token = seal<'credentials token'>('0'.repeat(32))
const credentials = { kind: 'user', account: { realm: 'x.test' }, method: 'md5', token } as const
const connecting = () =>
  ({
    platform: 'private',
    origin: team.simulator.url,
    realm: 'x.test',
    token: { method: 'md5', text: token },
  }) as const
const trial = () =>
  ({
    ...connecting(),
    name: 'x',
    email: 'x@example.com',
    company: 'x',
    language: 'en',
    website: 'x',
  }) as const
const provider = {
  issuer: 'https://127.0.0.1',
  clientId: 'x',
  clientSecret: seal<'client secret'>('x'),
  domains: ['example.com'],
  defaultRole: 'viewer',
} as const
const typed = { account: 'master.kz.test', username: 'admin' }

type Entrance = { budget: Budget; each: number; who: Who; run: (browser: TestBrowser) => Promise<unknown> }

/** Every entrance: its budget, how often a client may use it, who uses it, and with which wrong input. */
const ENTRANCES: Readonly<Record<string, Entrance>> = {
  'sign-in': {
    budget: 'secret',
    each: 16,
    who: 'nobody',
    run: (browser) => browser.run(() => signIn('olga@example.com', WRONG)),
  },
  'second step by code': {
    budget: 'secret',
    each: 16,
    who: 'halfway',
    run: (browser) => browser.run(() => finishSignIn({ kind: 'code', code: '000000' })),
  },
  'second step by passkey': {
    budget: 'secret',
    each: 16,
    who: 'halfway',
    run: (browser) => browser.run(() => finishSignIn({ kind: 'passkey', response: {} })),
  },
  'step-up': {
    budget: 'secret',
    each: 16,
    who: 'owner',
    run: (browser) => as(browser, (viewer) => stepUp(viewer, { kind: 'password', password: WRONG })),
  },
  'changed password': {
    budget: 'secret',
    each: 16,
    who: 'owner',
    run: (browser) => as(browser, (viewer) => changePassword(viewer, WRONG, FRESH)),
  },
  'forgotten password': {
    budget: 'recovery',
    each: 16,
    who: 'nobody',
    run: (browser) => browser.run(() => askForReset('olga@example.com', ORIGIN)),
  },
  'link to a password': {
    budget: 'secret',
    each: 16,
    who: 'nobody',
    run: (browser) => browser.run(() => resetPassword(freshLinkToken(), ORIGIN, FRESH)),
  },
  'link to another e-mail address': {
    budget: 'secret',
    each: 16,
    who: 'nobody',
    run: (browser) => browser.run(() => confirmEmail(freshLinkToken(), ORIGIN)),
  },
  'customer: sign-in': {
    budget: 'secret',
    each: 16,
    who: 'on their domain',
    run: (browser) => browser.run(() => signInCustomer({ ...typed, password: WRONG })),
  },
  'customer: forgotten password': {
    budget: 'recovery',
    each: 16,
    who: 'on their domain',
    run: (browser) => browser.run(() => askForCustomerReset(typed)),
  },
  'customer: link to a password': {
    budget: 'secret',
    each: 16,
    who: 'on their domain',
    run: (browser) => browser.run(() => recoverPassword('nothing', FRESH)),
  },
  'customer: changed password': {
    budget: 'secret',
    each: 16,
    who: 'customer',
    run: (browser) => as(browser, (viewer) => changeOwnPassword(viewer, WRONG, FRESH)),
  },
  'single sign-on: there': {
    budget: 'signOn',
    each: 300,
    who: 'nobody',
    run: (browser) => browser.run(() => startSignOn('x@nowhere.example')),
  },
  'single sign-on: back': {
    budget: 'signOn',
    each: 300,
    who: 'nobody',
    run: (browser) => browser.run(() => finishSignOn('nothing', {}, null)),
  },
  'single sign-on: test': {
    budget: 'signOn',
    each: 300,
    who: 'owner',
    run: (browser) => as(browser, testSignOn),
  },
  'single sign-on: provider': {
    budget: 'address',
    each: 60,
    who: 'owner',
    run: (browser) => as(browser, (viewer) => setProvider(viewer, provider)),
  },
  'trial: check without script': {
    budget: 'trialCheckPlain',
    each: 2,
    who: 'nobody',
    run: (browser) => browser.run(() => Array.fromAsync(checkConnection({ ...connecting(), work: '' }))),
  },
  'trial: check': {
    budget: 'trialCheck',
    each: 8,
    who: 'nobody',
    run: (browser) => browser.run(() => Array.fromAsync(checkConnection({ ...connecting(), work: 'x' }))),
  },
  'trial: start without script': {
    budget: 'trialStartPlain',
    each: 2,
    who: 'nobody',
    run: (browser) => browser.run(() => startTrial({ ...trial(), work: '' })),
  },
  'trial: start': {
    budget: 'trialStart',
    each: 8,
    who: 'nobody',
    run: (browser) => browser.run(() => startTrial({ ...trial(), work: 'x' })),
  },
  'connection: check of an address': {
    budget: 'address',
    each: 60,
    who: 'owner',
    run: (browser) =>
      as(browser, (viewer) => Array.fromAsync(checkHost(viewer, team.simulator.url, credentials))),
  },
  'connection: another address': {
    budget: 'address',
    each: 60,
    who: 'owner',
    run: (browser) => as(browser, (viewer) => changeHost(viewer, team.simulator.url, credentials)),
  },
  'connection: other credentials': {
    budget: 'secret',
    each: 16,
    who: 'owner',
    run: (browser) => as(browser, (viewer) => replaceStoredCredentials(viewer, credentials)),
  },
  'connection: going live': {
    budget: 'secret',
    each: 16,
    who: 'owner',
    run: (browser) => as(browser, (viewer) => goLive(viewer, seal('0'.repeat(64)))),
  },
  'custom domain: check': {
    budget: 'domain',
    each: 60,
    who: 'owner',
    run: (browser) => as(browser, (viewer) => checkDomain(viewer, HOST).next()),
  },
  'audit log: test of its forwarding': {
    budget: 'auditTest',
    each: 10,
    who: 'owner',
    run: (browser) => as(browser, testForwarding),
  },
}

/** The result: `refused` by the throttle, or anything else. */
async function outcome({ run }: Entrance, browser: TestBrowser): Promise<string> {
  try {
    await run(browser)
    return 'through'
  } catch (error) {
    return JSON.stringify(error).includes('messages.throttled') ? 'refused' : 'through'
  }
}

async function countersOf(kind: 'client' | 'account' | 'all'): Promise<Record<string, number>> {
  const keys = await withRedis((redis) => redis.keys(`throttle:{t}:*:${kind}:*`))
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = await withRedis((redis) => redis.zcard(key))
  return counts
}

describe('an entrance', () => {
  test.each(Object.keys(ENTRANCES))('%s: counts the client, refuses it, and no other', async (name) => {
    const entrance = ENTRANCES[name]
    if (entrance === undefined) throw new Error('no such entrance')
    const { budget, each, who } = entrance
    const mallory = at(who, '203.0.113.1')
    expect(await outcome(entrance, mallory)).toBe('through')
    const clients = Object.entries(await countersOf('client')).filter(([key]) => key.includes(`:${budget}:`))
    expect(clients.map(([, count]) => count)).toEqual([1])
    const more = Array.from({ length: each - 1 }, () => countAttempt(budget, '203.0.113.1', null))
    expect((await Promise.all(more)).filter(({ refused }) => refused !== null)).toEqual([])
    const before = [await countersOf('account'), await countersOf('all')]
    await team.simulator.clearRequests()
    expect(await outcome(entrance, at(who, '203.0.113.1'))).toBe('refused')
    expect(await team.simulator.requests()).toEqual([])
    expect([await countersOf('account'), await countersOf('all')]).toEqual(before)
    expect(await outcome(entrance, at(who, '198.51.100.1'))).toBe('through')
  })

  test('the edge gets 429', async () => {
    const browser = new TestBrowser('203.0.113.1')
    const query = new URLSearchParams({ domain: HOST, secret: EDGE_SECRET })
    const status = (from: TestBrowser) => from.run(async () => (await answerEdge(query)).status)
    expect(await status(browser)).toBe(200)
    await Promise.all(Array.from({ length: 2_999 }, () => countAttempt('edge', '203.0.113.1', null)))
    expect(await status(browser)).toBe(429)
    expect(await status(new TestBrowser('198.51.100.1'))).toBe(200)
  })
})

const text = (path: string) => readFileSync(path, 'utf8')
const sources = (pattern: string) =>
  globSync(pattern).filter((path) => !/(\.test\.ts|\/test-[\w-]+\.ts)$/.test(path))

describe('a new entrance fails here until it has a row above', () => {
  test('actions and routes without a session', () => {
    const actions = sources('lib/actions/*.ts').flatMap((path) =>
      [...text(path).matchAll(/const (\w+)[^=]*= guest(?:Read)?Action\(/g)].map(([, name = '']) => name),
    )
    expect(actions.toSorted()).toEqual([
      'askForCustomerResetAction',
      'askForResetAction',
      'codeAction',
      'confirmEmailAction',
      'customerSignInAction',
      'passkeyAction',
      // Returns a challenge to a client that has entered the password: it proves nothing.
      'passkeyOptionsAction',
      'recoverAction',
      'setPasswordAction',
      'signInAction',
      'startSignOnAction',
      'startTrialAction',
    ])
    expect(sources('app/**/route.ts').toSorted()).toEqual([
      // For signed-in viewers.
      'app/(portal)/accounts/create/route.ts',
      'app/(portal)/audit/export/route.ts',
      'app/(portal)/brand/domains/check/route.ts',
      'app/(portal)/brand/images/route.ts',
      'app/(portal)/connection/check/route.ts',
      'app/(portal)/connection/export/route.ts',
      // For everybody.
      'app/api/auth/callback/[tenant]/route.ts',
      'app/brand-images/[image]/route.ts',
      'app/edge/allow/route.ts',
      // These store the token of a mailed link in a cookie, unread.
      'app/link/[token]/route.ts',
      'app/recover/use/route.ts',
      'app/sign-out/everywhere/route.ts',
      'app/sign-out/route.ts',
      'app/trial/check/route.ts',
    ])
  })

  test('code that checks a secret, or makes the portal dial or mail, is called where it is counted', () => {
    const judges =
      /\b(?<!function )(verifyPassword|kazooSignIn|redeemRecovery|requireProof|passkeyProved|useLink|askedByLink|preflight|testCredentials|readProviderAnswer|requestProviderSignIn|lookUpDns|sendTo|requestRecovery|requireDiscovery|acceptPuzzleAnswer)\(/
    const uncounted = sources('lib/{domain,web,actions}/**/*.ts').filter(
      (path) =>
        judges.test(text(path)) && !/session\/throttle\.ts'|(?:trial|\.)\/guard\.ts'/.test(text(path)),
    )
    expect(uncounted.toSorted()).toEqual([
      // A job forwards the audit log, at its own pace.
      'lib/domain/audit/forward.ts',
      // A job checks the known domains, at its own pace.
      'lib/domain/custom-domain/recheck.ts',
      // Within an attempt of customer/sign-in.ts, and of customer/recover.ts.
      'lib/domain/customer/prove.ts',
      // An admin sends a mail to a user of their own.
      'lib/domain/user/recovery.ts',
    ])
  })
})
