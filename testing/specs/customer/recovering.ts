// The link of a recovery mail, and its use.
import { expect, test } from 'vitest'
import { seal, unseal } from '../../../lib/sealed.ts'
import { editTenant } from '../../../lib/store/tenant-state.ts'
import { auditEventsOf } from '../../../lib/store/audit-events.ts'
import { findKazooStatus } from '../../../lib/domain/connection/kazoo-status.ts'
import { findSelfService } from '../../../lib/domain/self-service/find.ts'
import { as, viewerIn } from '../../team.ts'
import { listEveryUser } from '../../../lib/domain/user/list.ts'
import { sendRecovery } from '../../../lib/domain/user/recovery.ts'
import { canRecover } from '../../../lib/domain/customer/entry.ts'
import { peekReset, recoverPassword } from '../../../lib/domain/customer/recover.ts'
import { ADMIN, BAKERY, FRESH, BAKERY_HOST, USER, bakeryOf, message, type Customers } from './customers.ts'

/** Recovery: a link sets a new password once, however many clients use it and whatever Kazoo answers. */
export function describeRecovering(customers: Customers): void {
  const { login, browserOn, enter, patch, mails, ask } = customers

  test('the link sets a new password once, for its own tenant and domain, and ends every session', async () => {
    const hanno = login(USER.username)
    await patch(hanno, { email: 'hanno@example.com' })
    const reseller = await customers.world.viewer()
    const users = await listEveryUser(reseller, (await bakeryOf(reseller)).id)
    const row = users?.find(({ username }) => username === USER.username)
    if (row === undefined) throw new Error('no such user')
    await sendRecovery(reseller, row.id)
    const mail = (await mails()).at(-1)
    const link = new URL(mail?.link ?? '')
    // The domain that serves only their account, rather than the primary one.
    expect(link.origin).toBe('http://vogel.example.com:3000')
    const id = link.searchParams.get('recovery') ?? ''
    expect(id.slice(0, 32)).toBe(hanno.accountId)

    const old = await enter(USER)
    const browser = browserOn(BAKERY_HOST)
    const recover = (text: string, password: string, at = browser) =>
      at.run(() => recoverPassword(text, seal(password)))
    for (let look = 0; look < 2; look++) expect(await browser.run(() => peekReset(id))).toBe(true)
    expect(await browser.run(() => peekReset('no link'))).toBe(false)
    await customers.world.simulator.clearRequests()
    expect(await message(recover(id.slice(0, 131), FRESH))).toBe('messages.customer.used')
    expect(await message(recover(login('rico.rival').accountId + id.slice(32), FRESH))).toBe(
      'messages.customer.used',
    )
    expect(await message(recover(login('rico.rival').accountId + id.slice(32), FRESH, browserOn()))).toBe(
      'messages.customer.used',
    )
    await expect(recover(id, 'short')).rejects.toMatchObject({
      fields: { password: { key: 'messages.password.short' } },
    })
    expect((await customers.world.writes()).filter(({ path }) => path.endsWith('recovery'))).toEqual([])
    // Known only once Kazoo has named the user: the link stays valid.
    await expect(recover(id, 'hanno is at home')).rejects.toMatchObject({
      fields: { password: 'messages.password.own' },
    })
    expect(await viewerIn(old)).not.toBeNull()

    await recover(id, FRESH)
    expect((await viewerIn(browser))?.session.record).toMatchObject({ mustChangePassword: false })
    expect((await as(browser, findSelfService)).name).toBe('Hanno Vogel')
    expect(await viewerIn(old)).toBeNull()
    expect(await browser.run(() => peekReset(id))).toBe(false)
    expect(await message(recover(id, 'another fine password'))).toBe('messages.customer.used')
    await enter({ ...USER, password: FRESH })
    expect(await message(enter(USER))).toBe('messages.customer.refused')
    const [event] = await auditEventsOf(customers.world.tenant.id, { limit: 1 })
    expect(event).toMatchObject({
      verb: 'selfService.password',
      stage: 'done',
      actor: { name: 'Hanno Vogel' },
    })
    await patch(hanno, { username: USER.username, password: USER.password })
  })

  test('of many concurrent uses of one link, one succeeds', async () => {
    const greta = login(ADMIN.username)
    await patch(greta, { email: 'greta@example.com' })
    await ask(BAKERY, ADMIN.username)
    const id = new URL((await mails()).at(-1)?.link ?? '').searchParams.get('recovery') ?? ''
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () =>
        message(browserOn().run(() => recoverPassword(id, seal('six lanterns by the canal')))),
      ),
    )
    expect(outcomes.map(String).toSorted()).toEqual([
      ...Array.from({ length: 4 }, () => 'messages.customer.used'),
      'nothing',
    ])
    await patch(greta, { username: ADMIN.username, password: ADMIN.password })
  })

  test('the link alone is tried first; where it yields no token, the tenant’s own token is sent along, and no other', async () => {
    const greta = login(ADMIN.username)
    await patch(greta, { email: 'greta@example.com' })
    await ask(BAKERY, ADMIN.username)
    const id = new URL((await mails()).at(-1)?.link ?? '').searchParams.get('recovery') ?? ''
    await customers.world.simulator.clearRequests()
    await browserOn().run(() => recoverPassword(id, seal('six lanterns by the canal')))
    const posts = (await customers.world.simulator.requests()).filter(
      ({ method, path }) => method === 'POST' && path === '/v2/user_auth/recovery',
    )
    expect(posts.map(({ headers }) => headers['x-auth-token'] !== undefined)).toEqual(
      customers.kazoo === '5.0' ? [false, true] : [false],
    )
    await patch(greta, { username: ADMIN.username, password: ADMIN.password })
  })

  test('a Kazoo that accepts the link without a token is reported, the link is not used up, and no mail is sent for a day', async () => {
    const greta = login(ADMIN.username)
    await patch(greta, { email: 'greta@example.com' })
    await ask(greta.realm, ADMIN.username)
    const id = new URL((await mails()).at(-1)?.link ?? '').searchParams.get('recovery') ?? ''
    await customers.world.simulator.fault({
      pattern: '/v2/user_auth/recovery',
      methods: ['POST'],
      count: 2,
      // A success without any expected field.
      fault: { kind: 'deep', levels: 1 },
    })
    const browser = browserOn()
    expect(await message(browser.run(() => recoverPassword(id, seal(FRESH))))).toBe(
      'messages.customer.noToken',
    )
    expect(await browser.run(() => peekReset(id))).toBe(true)
    const before = (await mails()).length
    expect(await message(ask(BAKERY, ADMIN.username))).toBe('messages.customer.noRecovery')
    expect(await message(ask('No such account', 'nobody'))).toBe('messages.customer.noRecovery')
    const reseller = await customers.world.viewer()
    const users = await listEveryUser(reseller, (await bakeryOf(reseller)).id)
    const row = users?.find(({ username }) => username === ADMIN.username)
    expect(await message(sendRecovery(reseller, row?.id ?? ''))).toBe('messages.user.recoveryFails')
    expect((await mails()).length).toBe(before)
    expect(await browserOn().run(canRecover)).toBe(false)
    const recoveryOf = async () => {
      const now = await findKazooStatus(reseller)
      return now?.ok === true ? now.capabilities.find(({ name }) => name === 'recovery')?.works : 'no answer'
    }
    expect(await recoveryOf()).toBe(false)
    // A day later it is tried again.
    const { tenant } = customers.world
    await editTenant(tenant.id, { recoveryFailedAt: new Date(Date.now() - 25 * 60 * 60_000) })
    expect(await recoveryOf()).toBe(true)
    await editTenant(tenant.id, { recoveryFailedAt: new Date() })
    // A working link records that recovery works.
    await browser.run(() => recoverPassword(id, seal(FRESH)))
    expect(await browserOn().run(canRecover)).toBe(true)
    await patch(greta, { username: ADMIN.username, password: ADMIN.password })
  })

  test('a token of any other user than the link’s sets nothing', async () => {
    const greta = login(ADMIN.username)
    await patch(greta, { email: 'greta@example.com' })
    await ask(greta.realm, ADMIN.username)
    const id = new URL((await mails()).at(-1)?.link ?? '').searchParams.get('recovery') ?? ''
    const { token } = (await customers.world.viewer()).session
    // This Kazoo answers with the right user, but with the token of the reseller, or of another user in the
    // account.
    const otherToken = (await viewerIn(await enter(USER)))?.session.token
    for (const foreign of [unseal(token), unseal(otherToken ?? token)]) {
      await customers.world.simulator.fault({
        pattern: '/v2/user_auth/recovery',
        methods: ['POST'],
        count: 2,
        fault: {
          kind: 'answer',
          text: JSON.stringify({
            status: 'success',
            auth_token: foreign,
            data: { account_id: greta.accountId, owner_id: greta.userId },
          }),
        },
      })
      await customers.world.simulator.clearRequests()
      const browser = browserOn()
      expect(await message(browser.run(() => recoverPassword(id, seal(FRESH))))).toBe(
        'messages.customer.used',
      )
      expect(await viewerIn(browser)).toBeNull()
      expect((await customers.world.writes()).filter(({ method }) => method === 'PATCH')).toEqual([])
      await customers.world.simulator.clearFaults()
    }
    await enter(ADMIN)
  })

  test('a user of another account than the link’s sets nothing, though all else is right', async () => {
    const greta = login(ADMIN.username)
    await patch(greta, { email: 'greta@example.com' })
    await ask(greta.realm, ADMIN.username)
    const id = new URL((await mails()).at(-1)?.link ?? '').searchParams.get('recovery') ?? ''
    const other = login('klara.klinik')
    const otherToken = (await viewerIn(await enter(other, other.realm)))?.session.token
    await customers.world.simulator.fault({
      pattern: '/v2/user_auth/recovery',
      methods: ['POST'],
      count: 1,
      fault: {
        kind: 'answer',
        text: JSON.stringify({
          status: 'success',
          auth_token: otherToken && unseal(otherToken),
          data: { account_id: other.accountId, owner_id: other.userId },
        }),
      },
    })
    await customers.world.simulator.clearRequests()
    const browser = browserOn()
    expect(await message(browser.run(() => recoverPassword(id, seal(FRESH))))).toBe('messages.customer.used')
    expect(await viewerIn(browser)).toBeNull()
    expect((await customers.world.writes()).filter(({ method }) => method === 'PATCH')).toEqual([])
    await enter(other, other.realm)
  })
}
