// Customer sign-in.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { findRoot } from '../../../lib/domain/account/branch.ts'
import { as, viewerIn } from '../../team.ts'
import { ADMIN, ALL, BAKERY, BAKERY_HOST, USER, message, type Customers } from './customers.ts'

const Created = z.object({ data: z.object({ id: z.string() }) })
const Numbers = z.object({ data: z.object({ numbers: z.record(z.string(), z.unknown()) }) })

/** Signing in: by the name or realm of the account, by its domain, by one of its numbers. */
export function describeSigningIn(customers: Customers): void {
  const { login, browserOn, enter, askKazoo } = customers

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

  test.each([
    'under_score.example',
    'a..b',
    '127.0.0.1',
    'old.example.com.',
    'UPPER.example',
    'localhost',
    'acme',
    '____',
  ])(
    'a user with the old realm %s, which new accounts may not have, can still sign in and recover',
    async (realm) => {
      const { accountId } = login(ADMIN.username)
      const plain = `of${realm.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`
      const { data } = Created.parse(await askKazoo('PUT', accountId, { name: `Old ${plain}`, realm }))
      const who = { username: `ann.${plain}`, password: 'Old-Realm-1' }
      const user = {
        ...who,
        first_name: 'Ann',
        last_name: 'Old',
        email: `${plain}@example.com`,
        priv_level: 'admin',
      }
      await askKazoo('PUT', `${data.id}/users`, user)
      const browser = await enter(who, realm)
      expect((await as(browser, findRoot)).root.realm?.toLowerCase()).toBe(realm.toLowerCase())
      await customers.ask(realm, who.username)
      expect((await customers.mails()).map(({ to }) => to)).toContain(user.email)
    },
  )

  test('an account is found by its name although another account has that name as its realm', async () => {
    const { accountId } = login(ADMIN.username)
    const users = [
      { name: 'Shadow', realm: 'shadow.example', username: 'by.name' },
      { name: 'Another one', realm: 'shadow', username: 'by.realm' },
    ]
    for (const { name, realm, username } of users) {
      const { data } = Created.parse(await askKazoo('PUT', accountId, { name, realm }))
      await askKazoo('PUT', `${data.id}/users`, {
        username,
        password: 'Old-Realm-1',
        first_name: 'Ann',
        last_name: 'Old',
        priv_level: 'admin',
      })
      const browser = await enter({ username, password: 'Old-Realm-1' }, 'Shadow')
      expect((await as(browser, findRoot)).root.name).toBe(name)
    }
  })

  test('a domain for one account does not ask for it, and refuses users of others', async () => {
    const browser = await enter(USER, '', browserOn(BAKERY_HOST))
    expect((await viewerIn(browser))?.session.record.role).toBe('accountUser')
    const sven = { username: 'sven.alster', password: 'Alster-Admin-1' }
    expect(await message(enter(sven, login('sven.alster').realm, browserOn(BAKERY_HOST)))).toBe(
      'messages.customer.refused',
    )
    await enter(sven, login('sven.alster').realm)
  })

  test('an account is found by one of its telephone numbers, in any spelling', async () => {
    const klara = { username: 'klara.klinik', password: 'Klinik-Admin-1' }
    const { accountId, accountName } = login(klara.username)
    const { numbers } = Numbers.parse(await askKazoo('GET', `${accountId}/phone_numbers`)).data
    const [number = ''] = Object.keys(numbers)
    expect(number).toMatch(/^\+\d+$/)
    await customers.world.simulator.clearRequests()
    const browser = await enter(klara, `${number.slice(0, 3)} (${number.slice(3, 6)}) ${number.slice(6)}`)
    expect((await as(browser, findRoot)).root.name).toBe(accountName)
    const [request] = await customers.world.simulator.requests()
    expect(request?.body).toMatchObject({ data: { phone_number: number, method: 'md5' } })
  })
}
