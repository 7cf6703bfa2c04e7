// For tests alone: customers on one version of Kazoo; a process has one environment, so each version has a file of its own.
import { TestBrowser } from '../../session/test-browser.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { Forbidden, NotFound, Rejected, SignedOut } from '../../errors.ts'
import { seal, unseal } from '../../sealed.ts'
import { auditEventsOf } from '../../store/audit-events.ts'
import { credentialsOf, removeCredentials, replaceCredentials } from '../../store/credentials.ts'
import { database } from '../../store/database.ts'
import { putLiveDomain } from '../../store/domains.ts'
import { runJob } from '../../store/jobs.ts'
import { insertMember } from '../../store/members.ts'
import { editTenant } from '../../store/tenant-state.ts'
import { createTenant } from '../../store/tenants.ts'
import { forwardText } from '../../views/own.ts'
import { VERBS } from '../../views/viewer.ts'
import { findRoot } from '../account/branch.ts'
import { act } from '../acting/begin.ts'
import { editForward } from '../own/forward.ts'
import { editOwnBox } from '../own/box.ts'
import { findOwn } from '../own/find.ts'
import { changeOwnPassword } from '../own/password.ts'
import { hashPassword } from '../password.ts'
import { verbsOf } from '../permission.ts'
import { signIn } from '../sign-in.ts'
import { endSessionsOfTenant, editSessionsOfTenant } from '../tenant-sessions.ts'
import { actingViewer } from '../test-acting.ts'
import { ACTS } from '../test-acts.ts'
import { as, PASSWORD, viewerIn } from '../test-team.ts'
import { openWorld, type TestWorld } from '../test-world.ts'
import { listEveryUser } from '../user/list.ts'
import { sendRecovery } from '../user/recovery.ts'
import { answerCustomerReset, askForCustomerReset } from './ask-recovery.ts'
import { peekReset, recoverPassword } from './recover.ts'
import { signInCustomer } from './sign-in.ts'

const ALL = 'phones.example.com:3000'
const TIED = 'vogel.example.com:3000'
const BAKERY = 'Bäckerei Vogel GmbH'
const ADMIN = { username: 'greta.vogel', password: 'Vogel-Admin-1' }
const USER = { username: 'hanno.vogel', password: 'Vogel-User-1' }
const FRESH = 'nine quiet harbour cranes'

const Login = z.object({
  accountId: z.string(),
  userId: z.string(),
  accountName: z.string(),
  realm: z.string(),
  username: z.string(),
  password: z.string(),
  apiKey: z.string(),
})
type Login = z.output<typeof Login>
const Numbers = z.object({ data: z.object({ numbers: z.record(z.string(), z.unknown()) }) })
const Tried = z.object({ data: z.object({ method: z.string() }) })
const Mail = z.object({ to: z.string(), userId: z.string(), link: z.string() })

/** With what sentence it was refused; what went wrong otherwise. */
async function said(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'nothing',
    (error: unknown) => (error instanceof Rejected ? error.said : error),
  )
}

/** Everything a customer can do, and what none of them can. */
export function stories(kazoo: '4.3' | '5.0'): void {
  let world: TestWorld
  let people: readonly Login[]
  const login = (username: string): Login => {
    const found = people.find((each) => each.username === username)
    if (found === undefined) throw new Error(`nobody is called ${username}`)
    return found
  }

  beforeAll(async () => {
    world = await openWorld(kazoo)
    const answer = await fetch(`${world.simulator.url}/_simulator/people`)
    people = z.object({ people: z.array(Login) }).parse(await answer.json()).people
    const { tenant } = world
    await putLiveDomain({ tenant: tenant.id, host: 'phones.example.com', primary: true })
    const account = { ref: seal<'kazoo account'>(login(ADMIN.username).accountId), name: BAKERY }
    await putLiveDomain({ tenant: tenant.id, host: 'vogel.example.com', account })
    for (const [mailbox, { accountId, userId }] of [
      ['8801', login(USER.username)],
      ['8802', login(ADMIN.username)],
    ] as const) {
      await tell('PUT', `${accountId}/devices`, { name: `Phone ${mailbox}`, owner_id: userId })
      await tell('PUT', `${accountId}/vmboxes`, { name: `Box ${mailbox}`, mailbox, owner_id: userId })
    }
  })
  afterAll(() => world.close())
  beforeEach(() => world.simulator.clearRequests())

  let clients = 0
  /** A browser at an address of its own: what one of them tries does not count for the others. */
  function browserOn(host = ALL): TestBrowser {
    clients += 1
    const browser = new TestBrowser(`198.51.100.${clients % 250}`)
    browser.host = host
    return browser
  }
  async function enter(
    who: { username: string; password: string },
    account = BAKERY,
    browser = browserOn(),
  ): Promise<TestBrowser> {
    await browser.run(() => signInCustomer({ ...who, account, password: seal(who.password) }))
    return browser
  }
  /** What Kazoo itself is told, by the reseller. */
  async function tell(method: 'GET' | 'PATCH' | 'PUT', path: string, data?: object): Promise<unknown> {
    const { token } = (await world.viewer()).session
    const headers = { 'content-type': 'application/json', 'x-auth-token': unseal(token) }
    const at = `${world.simulator.url}/v2/accounts/${path}`
    const body = data === undefined ? {} : { body: JSON.stringify({ data }) }
    const answer = await fetch(at, { method, headers, ...body })
    if (!answer.ok) throw new Error(await answer.text())
    return answer.json()
  }
  const patch = (who: Login, data: object) => tell('PATCH', `${who.accountId}/users/${who.userId}`, data)
  const mails = async () => z.array(Mail).parse(await world.simulator.mails())

  test('an account’s admin signs in by its name or realm, and sees the tree from their account', async () => {
    const { realm } = login(ADMIN.username)
    for (const account of [BAKERY, 'BÄCKEREI vogel gmbh', realm.toUpperCase()]) {
      const browser = await enter(ADMIN, account)
      const viewer = await viewerIn(browser)
      expect(viewer?.session.record).toMatchObject({
        role: 'accountAdmin',
        name: 'Greta Vogel',
        renewedBy: 'token',
        host: ALL,
      })
      expect((await as(browser, findRoot)).root.name).toBe(BAKERY)
    }
  })

  test('on a domain that is for one account nobody is asked for it, and nobody of another gets in', async () => {
    const browser = await enter(USER, '', browserOn(TIED))
    expect((await viewerIn(browser))?.session.record.role).toBe('accountUser')
    const sven = { username: 'sven.alster', password: 'Alster-Admin-1' }
    expect(await said(enter(sven, login('sven.alster').realm, browserOn(TIED)))).toBe('said.customer.refused')
    await enter(sven, login('sven.alster').realm)
  })

  test('an account is found by one of its telephone numbers, however that is typed', async () => {
    const klara = { username: 'klara.klinik', password: 'Klinik-Admin-1' }
    const { accountId, accountName } = login(klara.username)
    const { numbers } = Numbers.parse(await tell('GET', `${accountId}/phone_numbers`)).data
    const [number = ''] = Object.keys(numbers)
    expect(number).toMatch(/^\+\d+$/)
    await world.simulator.clearRequests()
    const browser = await enter(klara, `${number.slice(0, 3)} (${number.slice(3, 6)}) ${number.slice(6)}`)
    expect((await as(browser, findRoot)).root.name).toBe(accountName)
    const [asked] = await world.simulator.requests()
    expect(asked?.body).toMatchObject({ data: { phone_number: number, method: 'md5' } })
  })

  test('unknown, wrong, disabled and another’s are one sentence and one time, and no session', async () => {
    const refused: (readonly [string, { username: string; password: string }])[] = [
      ['No such account', ADMIN],
      [BAKERY, { ...ADMIN, username: 'nobody' }],
      [BAKERY, { ...ADMIN, password: 'wrong' }],
      [BAKERY, { username: 'rolf.gestern', password: 'Vogel-Gone-1' }],
      [login('dora.still').accountName, { username: 'dora.still', password: 'Still-Admin-1' }],
      [login('erna.abgelaufen').accountName, { username: 'erna.abgelaufen', password: 'Ende-Admin-1' }],
      [login('rita.rival').accountName, { username: 'rita.rival', password: 'Rival-Admin-1' }],
      [login('rico.rival').accountName, { username: 'rico.rival', password: 'Rival-Customer-1' }],
      [login('root').accountName, { username: 'root', password: 'Cumulus-Master-1' }],
    ]
    for (const [account, who] of refused) {
      const browser = browserOn()
      const from = performance.now()
      expect(await said(enter(who, account, browser)), account).toBe('said.customer.refused')
      expect(performance.now() - from, account).toBeGreaterThanOrEqual(395)
      expect(await viewerIn(browser)).toBeNull()
    }
  })

  test('a tenant with a key has not said which hash its Kazoo takes: both are tried', async () => {
    const { id } = world.tenant
    const held = await credentialsOf(id)
    const key = seal<'api key'>(login('ada.krause').apiKey)
    await replaceCredentials(database(), id, { kind: 'api key', key })
    await enter(USER)
    await world.simulator.clearRequests()
    expect(await said(enter({ ...USER, password: 'wrong' }))).toBe('said.customer.refused')
    const tried = (await world.simulator.requests()).map(({ body }) => Tried.parse(body).data.method)
    expect(tried).toEqual(['md5', 'sha'])
    await replaceCredentials(database(), id, held)
  })

  test('a second factor is told of plainly, and lets nobody in', async () => {
    await world.simulator.config({ mfa: true })
    const browser = browserOn()
    // What the portal itself holds is asked for one too: here it is the customer who is told.
    expect(await said(enter(ADMIN, BAKERY, browser))).toBe('said.customer.secondFactor')
    expect(await viewerIn(browser)).toBeNull()
    await world.simulator.config({ mfa: false })
  })

  test('a tenant that is suspended, on trial or disconnected lets nobody in, and its customers are out at once', async () => {
    const { id } = world.tenant
    const browser = await enter(USER)
    await endSessionsOfTenant(id)
    expect(await viewerIn(browser)).toBeNull()
    await editTenant(id, { status: 'suspended' })
    expect(await said(enter(USER))).toBe('said.customer.closed')
    await editTenant(id, { status: 'active', trialEndsAt: new Date(Date.now() + 1e9) })
    expect(await said(enter(USER))).toBe('said.customer.closed')
    expect(await said(browser.run(() => askForCustomerReset({ account: BAKERY, username: 'x' })))).toBe(
      'said.customer.closed',
    )
    await editTenant(id, { trialEndsAt: null })
    const again = await enter(USER)
    const held = await credentialsOf(id)
    await removeCredentials(id)
    await editSessionsOfTenant(id, { connected: false }, seal('none'))
    expect(await viewerIn(again)).toBeNull()
    expect(await said(enter(USER))).toBe('said.customer.closed')
    await replaceCredentials(database(), id, held)
    await enter(USER)
  })

  test('on a tenant’s domain its own team signs in, and a member of another is nobody', async () => {
    const passwordHash = await hashPassword(seal(PASSWORD))
    const foreign = await createTenant({
      name: `Other ${kazoo}`,
      crossbarOrigin: world.tenant.crossbarOrigin,
      account: seal('e'.repeat(32)),
      credentials: { kind: 'api key', key: seal('k'.repeat(64)) },
      owner: { name: 'Fia', email: 'fia@foreign.example', passwordHash },
    })
    expect(foreign.id).not.toBe(world.tenant.id)
    await insertMember(database(), world.tenant.id, {
      name: 'Mia Member',
      email: 'mia@example.com',
      role: 'support',
      passwordHash,
    })
    const browser = browserOn()
    expect(await said(browser.run(() => signIn('fia@foreign.example', seal(PASSWORD))))).toBe(
      'said.signIn.refused',
    )
    await browser.run(() => signIn('mia@example.com', seal(PASSWORD)))
    expect((await viewerIn(browser))?.session.record.role).toBe('support')
    await expect(
      browserOn('localhost:3000').run(() =>
        signInCustomer({ ...ADMIN, account: BAKERY, password: seal('x') }),
      ),
    ).rejects.toThrow(NotFound)
  })

  test('somebody sees their own phone, and Kazoo is asked for nothing of anybody else', async () => {
    const browser = await enter(USER)
    const { accountId, userId } = login(USER.username)
    await world.simulator.clearRequests()
    const place = await as(browser, findOwn)
    expect(place.name).toBe('Hanno Vogel')
    expect(place.devices.length).toBeGreaterThan(0)
    expect(place.boxes.length).toBeGreaterThan(0)
    const shown = forwardText(place)
    const typed = { ...shown, forwardFailover: 'on', forwardNumber: '+4940987654', doNotDisturb: 'on' }
    expect(await as(browser, (viewer) => editForward(viewer, { typed, was: shown }))).toBe(true)
    expect(await as(browser, (viewer) => editForward(viewer, { typed, was: typed }))).toBe(false)
    const box = place.boxes.find(({ mailbox }) => mailbox === '8801')
    if (box === undefined) throw new Error('no box')
    const change = { typed: { skipGreeting: 'on', notifyAddresses: 'h@example.com, v@example.com' }, was: {} }
    await as(browser, (viewer) => editOwnBox(viewer, box.id, { ...change, pin: seal('4711') }))
    const after = await as(browser, findOwn)
    expect(after).toMatchObject({
      doNotDisturb: true,
      forward: { failover: true, number: '+4940987654', enabled: false },
    })
    expect(after.boxes.find(({ id }) => id === box.id)).toMatchObject({
      skipGreeting: true,
      hasPin: true,
      notifyAddresses: ['h@example.com', 'v@example.com'],
    })
    expect(JSON.stringify(after)).not.toContain('4711')
    const asked = await world.simulator.requests()
    const within = [
      '',
      `/users/${userId}`,
      `/users/${userId}/devices`,
      '/registrations',
      '/vmboxes',
      // An id of the box is asked for only once it was among theirs.
      ...asked.flatMap(({ path }) => /\/vmboxes\/\w+$/.exec(path) ?? []),
    ].map((path) => `/v2/accounts/${accountId}${path}`)
    for (const { path } of asked) expect(within).toContain(path)
    const boxes = new Set(asked.flatMap(({ path }) => /\/vmboxes\/(\w+)$/.exec(path)?.[1] ?? []))
    expect(boxes.size).toBe(place.boxes.length)
    const [event] = await auditEventsOf(world.tenant.id, { limit: 1 })
    expect(event).toMatchObject({
      verb: 'own.voicemail',
      actor: { name: 'Hanno Vogel' },
      after: { pin: 'changed' },
    })
  })

  test('security row 3: with ids of somebody else’s session a customer finds nothing, and Kazoo is not asked', async () => {
    const reseller = await world.viewer()
    const { branch } = await findRoot(reseller)
    const foreign = branch.rows.map(({ id }) => id)
    for (const who of [ADMIN, USER]) {
      const browser = await enter(who)
      const viewer = await viewerIn(browser)
      if (viewer === null) throw new Error('nobody is signed in')
      const other = await enter(who === ADMIN ? USER : ADMIN)
      const own = await as(other, findOwn)
      await world.simulator.clearRequests()
      const may = verbsOf(viewer.session.record)
      for (const verb of VERBS) {
        for (const each of ACTS[verb]) {
          const outcome = await browser.run(() => each(viewer)).catch((error: unknown) => error)
          const refused = outcome instanceof Forbidden && outcome.said === 'said.role'
          expect(refused, `${who.username} ${verb}`).toBe(!may.includes(verb))
        }
      }
      for (const { path, write } of await world.simulator.requests()) {
        expect(path).toMatch(new RegExp(`/user_auth$|^/v2/accounts/${login(who.username).accountId}(/|$)`))
        expect(write && !path.endsWith('user_auth'), path).toBe(false)
      }
      await world.simulator.clearRequests()
      for (const id of foreign)
        await expect(as(browser, (me) => listEveryUser(me, id))).rejects.toThrow(
          may.includes('user.read') ? NotFound : Forbidden,
        )
      for (const { id } of own.boxes)
        await expect(
          as(browser, (me) => editOwnBox(me, id, { typed: { skipGreeting: 'on' }, was: {}, pin: null })),
        ).rejects.toThrow(NotFound)
      expect(await world.simulator.requests()).toEqual([])
    }
  })

  test('a member who acts as somebody sees their phone, changes it where that was asked for, and sets no PIN or password', async () => {
    const reseller = await world.viewer()
    const users = await listEveryUser(reseller, (await bakeryOf(reseller)).id)
    const target = users?.find(({ username }) => username === USER.username)?.id ?? ''
    const start = { target, reason: 'They asked', ticket: '' }
    const looking = await actingViewer(reseller, await act(reseller, { ...start, changes: false }))
    const changing = await actingViewer(reseller, await act(reseller, { ...start, changes: true }))
    if (looking === null || changing === null) throw new Error('nobody acts')
    const place = await findOwn(looking)
    expect(place.name).toBe('Hanno Vogel')
    const was = forwardText(place)
    const typed = { ...was, forwardNumber: '+4940111222' }
    await expect(editForward(looking, { typed, was })).rejects.toMatchObject({ said: 'said.acting.readOnly' })
    expect(await editForward(changing, { typed, was })).toBe(true)
    const [event] = await auditEventsOf(world.tenant.id, { limit: 1 })
    expect(event).toMatchObject({ verb: 'own.forward', actor: { name: 'Olga Owner' } })
    const [box] = (await findOwn(changing)).boxes
    await expect(
      editOwnBox(changing, box?.id ?? '', { typed: {}, was: {}, pin: seal('4711') }),
    ).rejects.toMatchObject({ said: 'said.acting.credentials' })
    await expect(changeOwnPassword(changing, seal(USER.password), seal(FRESH))).rejects.toMatchObject({
      said: 'said.acting.credentials',
    })
  })

  test('who has to choose a new password can do nothing else before, and goes on under another id', async () => {
    const who = login(USER.username)
    await patch(who, { require_password_update: true })
    const [browser, other] = [await enter(USER), await enter(USER)]
    await expect(as(browser, findOwn)).rejects.toMatchObject({ said: 'said.own.passwordFirst' })
    const change = (old: string, fresh: string) =>
      as(browser, (viewer) => changeOwnPassword(viewer, seal(old), seal(fresh)))
    await expect(change('wrong', FRESH)).rejects.toMatchObject({
      fields: { password: 'said.member.oldPassword' },
    })
    await expect(change(USER.password, 'short')).rejects.toMatchObject({
      fields: { newPassword: { sentence: 'said.password.short' } },
    })
    await expect(change(USER.password, 'hanno is at home')).rejects.toMatchObject({
      fields: { newPassword: 'said.password.own' },
    })
    const before = [...browser.jar.values()]
    await change(USER.password, FRESH)
    expect([...browser.jar.values()]).not.toEqual(before)
    expect((await as(browser, findOwn)).name).toBe('Hanno Vogel')
    expect(await viewerIn(other)).toBeNull()
    expect(await said(enter(USER))).toBe('said.customer.refused')
    await enter({ ...USER, password: FRESH })
    const [event] = await auditEventsOf(world.tenant.id, { limit: 1 })
    expect(event).toMatchObject({
      verb: 'own.password',
      stage: 'done',
      actor: { name: 'Hanno Vogel' },
      after: { password: 'changed' },
    })
    await patch(who, { username: USER.username, password: USER.password })
    await expect(as(browser, findOwn)).rejects.toThrow(SignedOut)
  })

  test('an old token is exchanged before it ends, and the session goes on', async () => {
    const browser = await enter(USER)
    const viewer = await viewerIn(browser)
    if (viewer === null) throw new Error('nobody is signed in')
    await world.simulator.clearRequests()
    const old = { ...viewer, session: { ...viewer.session, tokenAt: Date.now() - 30 * 60_000 } }
    await browser.run(() => findOwn(old))
    const paths = (await world.simulator.requests()).map(({ path }) => path)
    expect(paths.filter((path) => path === '/v2/auth')).toHaveLength(1)
    expect((await as(browser, findOwn)).name).toBe('Hanno Vogel')
  })

  async function ask(account: string, username: string, host = ALL): Promise<void> {
    await browserOn(host).run(() => askForCustomerReset({ account, username }))
    while (await runJob(new Date(), (_db, job) => answerCustomerReset(job, new Date())));
  }

  test('a recovery mail goes to who is known at or below the tenant, and nobody else is asked about', async () => {
    const hanno = login(USER.username)
    await patch(hanno, { email: 'hanno@example.com' })
    const before = (await mails()).length
    for (const [account, username] of [
      ['No such account', 'hanno.vogel'],
      [BAKERY, 'nobody'],
      [login('rita.rival').accountName, 'rita.rival'],
      [login('rico.rival').realm, 'rico.rival'],
      [login('root').accountName, 'root'],
      ['', ''],
    ] as const)
      await ask(account || '!', username)
    expect(await mails()).toHaveLength(before)
    await world.simulator.clearRequests()
    await ask(BAKERY, 'Hanno.VOGEL')
    await ask('', 'hanno.vogel', TIED)
    const sent = (await mails()).slice(before)
    expect(sent.map(({ to, link }) => [to, link.split('?')[0]])).toEqual([
      ['hanno@example.com', 'http://phones.example.com:3000/recover/use'],
      ['hanno@example.com', 'http://vogel.example.com:3000/recover/use'],
    ])
    await ask(BAKERY, 'hanno.vogel')
    await ask(BAKERY, 'hanno.vogel')
    await ask(BAKERY, 'hanno.vogel')
    expect((await mails()).length - before).toBe(4)
  })

  test('the link sets a new password once, for its own tenant and domain, and ends every session', async () => {
    const hanno = login(USER.username)
    await patch(hanno, { email: 'hanno@example.com' })
    const reseller = await world.viewer()
    const users = await listEveryUser(reseller, (await bakeryOf(reseller)).id)
    const row = users?.find(({ username }) => username === USER.username)
    if (row === undefined) throw new Error('no such user')
    await sendRecovery(reseller, row.id)
    const mail = (await mails()).at(-1)
    const link = new URL(mail?.link ?? '')
    // The domain that is for their account, rather than the primary one.
    expect(link.origin).toBe('http://vogel.example.com:3000')
    const id = link.searchParams.get('recovery') ?? ''
    expect(id.slice(0, 32)).toBe(hanno.accountId)

    const old = await enter(USER)
    const browser = browserOn(TIED)
    const recover = (text: string, password: string, at = browser) =>
      at.run(() => recoverPassword(text, seal(password)))
    for (let look = 0; look < 2; look++) expect(await browser.run(() => peekReset(id))).toBe(true)
    expect(await browser.run(() => peekReset('no link'))).toBe(false)
    await world.simulator.clearRequests()
    expect(await said(recover(id.slice(0, 131), FRESH))).toBe('said.customer.spent')
    expect(await said(recover(login('rico.rival').accountId + id.slice(32), FRESH))).toBe(
      'said.customer.spent',
    )
    expect(await said(recover(login('rico.rival').accountId + id.slice(32), FRESH, browserOn()))).toBe(
      'said.customer.spent',
    )
    await expect(recover(id, 'short')).rejects.toMatchObject({
      fields: { password: { sentence: 'said.password.short' } },
    })
    expect((await world.writes()).filter(({ path }) => path.endsWith('recovery'))).toEqual([])
    // Known only once Kazoo has said whose it is: the link stays good.
    await expect(recover(id, 'hanno is at home')).rejects.toMatchObject({
      fields: { password: 'said.password.own' },
    })
    expect(await viewerIn(old)).not.toBeNull()

    await recover(id, FRESH)
    expect((await viewerIn(browser))?.session.record).toMatchObject({ mustChangePassword: false })
    expect((await as(browser, findOwn)).name).toBe('Hanno Vogel')
    expect(await viewerIn(old)).toBeNull()
    expect(await browser.run(() => peekReset(id))).toBe(false)
    expect(await said(recover(id, 'another fine password'))).toBe('said.customer.spent')
    await enter({ ...USER, password: FRESH })
    expect(await said(enter(USER))).toBe('said.customer.refused')
    const [event] = await auditEventsOf(world.tenant.id, { limit: 1 })
    expect(event).toMatchObject({ verb: 'own.password', stage: 'done', actor: { name: 'Hanno Vogel' } })
    await patch(hanno, { username: USER.username, password: USER.password })
  })

  test('of many who use one link at once, one gets in', async () => {
    const greta = login(ADMIN.username)
    await patch(greta, { email: 'greta@example.com' })
    await ask(BAKERY, ADMIN.username)
    const id = new URL((await mails()).at(-1)?.link ?? '').searchParams.get('recovery') ?? ''
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () =>
        said(browserOn().run(() => recoverPassword(id, seal('six lanterns by the canal')))),
      ),
    )
    expect(outcomes.map(String).toSorted()).toEqual([
      'nothing',
      ...Array.from({ length: 4 }, () => 'said.customer.spent'),
    ])
    await patch(greta, { username: ADMIN.username, password: ADMIN.password })
  })

  test('a Kazoo that takes the link and gives no token is told of plainly, and the link is not used up', async () => {
    const greta = login(ADMIN.username)
    await patch(greta, { email: 'greta@example.com' })
    await ask(greta.realm, ADMIN.username)
    const id = new URL((await mails()).at(-1)?.link ?? '').searchParams.get('recovery') ?? ''
    await world.simulator.fault({
      pattern: '/v2/user_auth/recovery',
      methods: ['POST'],
      count: 1,
      // A success with nothing in it that we look for.
      fault: { kind: 'deep', levels: 1 },
    })
    const browser = browserOn()
    expect(await said(browser.run(() => recoverPassword(id, seal(FRESH))))).toBe('said.customer.noToken')
    expect(await browser.run(() => peekReset(id))).toBe(true)
  })

  type Viewer = Awaited<ReturnType<TestWorld['viewer']>>
  async function bakeryOf(viewer: Viewer) {
    const found = (await findRoot(viewer)).branch.rows.find(({ name }) => name === BAKERY)
    if (found === undefined) throw new Error('no bakery')
    return found
  }
}
