// Usernames as people type them, at sign-in and at recovery.
import { expect, test } from 'vitest'
import { Rejected } from '../../../lib/errors.ts'
import { withRedis } from '../../../lib/session/redis.ts'
import { viewerIn } from '../../team.ts'
import { ADMIN, BAKERY, BAKERY_HOST, message, type Customers } from './customers.ts'

/** A user whose username is an e-mail address. */
const MAILER = { username: 'mia@mail.example', password: 'Mail-User-1' }

const withRealm = (who: typeof ADMIN, realm: string) => ({ ...who, username: `${who.username}@${realm}` })

/** The counters of attempts on somebody, one for each key. */
const counters = (budget: string) => withRedis((redis) => redis.keys(`throttle:{t}:${budget}:account:*`))

/** `user@realm`, with and without an account, and usernames that only look like it. */
export function describeTypingUsernames(customers: Customers): void {
  const { login, browserOn, enter, askKazoo, mails, ask } = customers
  const realm = () => login(ADMIN.username).realm
  const nameOf = async (browser: Awaited<ReturnType<typeof enter>>) =>
    (await viewerIn(browser))?.session.record.name

  test('user@realm signs in with the account left blank, and where the account is the same', async () => {
    for (const [who, account] of [
      [withRealm(ADMIN, realm()), ''],
      [withRealm(ADMIN, realm().toUpperCase()), ''],
      [withRealm(ADMIN, realm()), BAKERY],
      [withRealm(ADMIN, realm()), realm().toUpperCase()],
    ] as const)
      expect(await nameOf(await enter(who, account)), `${who.username} ${account}`).toBe('Greta Vogel')
    expect(await nameOf(await enter(withRealm(ADMIN, realm()), '', browserOn(BAKERY_HOST)))).toBe(
      'Greta Vogel',
    )
  })

  test('the account wins: with the realm of another account nobody is signed in', async () => {
    const other = login('sven.alster').realm
    for (const [account, host] of [
      [BAKERY, undefined],
      [realm(), undefined],
      ['', BAKERY_HOST],
    ] as const)
      expect(await message(enter(withRealm(ADMIN, other), account, browserOn(host))), account).toBe(
        'messages.customer.refused',
      )
    const sven = { username: 'sven.alster', password: 'Alster-Admin-1' }
    expect(await message(enter(withRealm(sven, other), BAKERY))).toBe('messages.customer.refused')
    expect(await message(enter(withRealm(sven, other), '', browserOn(BAKERY_HOST)))).toBe(
      'messages.customer.refused',
    )
  })

  test('a username that is an e-mail address works with its account, and with its realm behind it', async () => {
    const { accountId } = login(ADMIN.username)
    const user = {
      ...MAILER,
      first_name: 'Mia',
      last_name: 'Mail',
      email: MAILER.username,
      priv_level: 'user',
    }
    await askKazoo('PUT', `${accountId}/users`, user)
    expect(await nameOf(await enter(MAILER))).toBe('Mia Mail')
    expect(await nameOf(await enter(MAILER, '', browserOn(BAKERY_HOST)))).toBe('Mia Mail')
    expect(await nameOf(await enter(withRealm(MAILER, realm()), ''))).toBe('Mia Mail')
    expect(await nameOf(await enter(withRealm(MAILER, realm()), BAKERY))).toBe('Mia Mail')
    expect(await message(enter(MAILER, ''))).toBe('messages.customer.refused')
  })

  test('an unknown realm, an unknown user and a wrong password of user@realm give one message after the same time', async () => {
    for (const who of [
      withRealm(ADMIN, 'nobody.example'),
      withRealm({ ...ADMIN, username: 'nobody' }, realm()),
      withRealm({ ...ADMIN, password: 'wrong' }, realm()),
      withRealm({ username: 'rita.rival', password: 'Rival-Admin-1' }, login('rita.rival').realm),
    ]) {
      const from = performance.now()
      expect(await message(enter(who, '')), who.username).toBe('messages.customer.refused')
      expect(performance.now() - from, who.username).toBeGreaterThanOrEqual(395)
      expect(await customers.world.simulator.requests()).not.toEqual([])
      await customers.world.simulator.clearRequests()
    }
  })

  test('without an account, a username without a realm is refused at the account, and Kazoo is not asked', async () => {
    for (const username of ['greta.vogel', 'greta.vogel@', `@${realm()}`]) {
      const refusal = await enter({ ...ADMIN, username }, '').catch((error: unknown) => error)
      if (!(refusal instanceof Rejected)) throw new Error(`${username} was accepted`)
      expect(refusal.fields).toEqual({ account: 'rules.customer.accountMissing' })
    }
    await expect(ask('', 'greta.vogel')).rejects.toBeInstanceOf(Rejected)
    expect(await customers.world.simulator.requests()).toEqual([])
  })

  test('no spelling of account or username, and no other domain, gives more attempts on a user', async () => {
    const [before, asked] = [await counters('secret'), await counters('recovery')]
    await newUser('otto.one')
    const spellings = [
      [BAKERY, 'otto.one', undefined],
      ['bäckerei  VOGEL gmbh', 'OTTO.one', undefined],
      [realm(), 'otto.one', undefined],
      [realm().toUpperCase(), `otto.one@${realm()}`, undefined],
      ['', `Otto.One@${realm()}`, undefined],
      ['', `otto.one@mail.example@${realm()}`, undefined],
      ['', 'otto.one', BAKERY_HOST],
      ['', `otto.one@${realm()}`, BAKERY_HOST],
    ] as const
    for (const [account, username, host] of spellings) {
      expect(await message(enter({ username, password: 'wrong' }, account, browserOn(host)))).toBe(
        'messages.customer.refused',
      )
      await ask(account, username, host)
    }
    const counted = async (budget: string, old: readonly string[]) =>
      (await counters(budget)).filter((key) => !old.includes(key))
    expect(await counted('secret', before)).toHaveLength(1)
    expect(await counted('recovery', asked)).toHaveLength(1)
  })

  test('a recovery mail goes to user@realm, and no spelling gives more mails than three an hour', async () => {
    const gesa = await newUser('gesa.new')
    const before = (await mails()).length
    const sent = async () => (await mails()).slice(before).map(({ to }) => to)
    await ask('', `nobody@${realm()}`)
    await ask('', `gesa.new@${login('sven.alster').realm}`)
    expect(await sent()).toEqual([])
    await ask('', `gesa.new@${realm()}`)
    await ask(BAKERY, `Gesa.New@${realm().toUpperCase()}`)
    await ask(realm(), 'gesa.new')
    expect(await sent()).toEqual([gesa, gesa, gesa])
    await ask(BAKERY, 'gesa.new')
    await ask('', `GESA.new@${realm()}`)
    expect(await sent()).toHaveLength(3)
  })

  test('a recovery mail goes to nobody whose account has another realm', async () => {
    await newUser('gerd.new')
    const before = (await mails()).length
    await ask(BAKERY, `gerd.new@${login('sven.alster').realm}`)
    await ask('', `gerd.new@${login('sven.alster').realm}`, BAKERY_HOST)
    expect(await mails()).toHaveLength(before)
    await ask('', `gerd.new@${realm()}`, BAKERY_HOST)
    expect(await mails()).toHaveLength(before + 1)
  })

  /** Creates a user of the bakery; returns their e-mail address. */
  async function newUser(username: string): Promise<string> {
    const email = `${username}@mail.example`
    const user = { username, password: 'New-User-11', first_name: 'New', last_name: 'User', email }
    await askKazoo('PUT', `${login(ADMIN.username).accountId}/users`, { ...user, priv_level: 'user' })
    return email
  }
}
