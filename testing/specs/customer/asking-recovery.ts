// Requests for a recovery mail, and who gets one.
import { expect, test } from 'vitest'
import { BAKERY, BAKERY_HOST, USER, type Customers } from './customers.ts'

/** Requests: a known user gets a mail, and no request goes to Kazoo for others. */
export function describeAskingRecovery(customers: Customers): void {
  const { login, patch, mails, ask } = customers

  test('a recovery mail goes to known users at or below the tenant, and no request goes out for others', async () => {
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
    await customers.world.simulator.clearRequests()
    await ask(BAKERY, 'Hanno.VOGEL')
    await ask('', 'hanno.vogel', BAKERY_HOST)
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
}
