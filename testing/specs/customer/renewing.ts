// Renewal of passwords and tokens.
import { expect, test } from 'vitest'
import { SignedOut } from '../../../lib/errors.ts'
import { seal } from '../../../lib/sealed.ts'
import { auditEventsOf } from '../../../lib/store/audit-events.ts'
import { findSelfService } from '../../../lib/domain/self-service/find.ts'
import { changeOwnPassword } from '../../../lib/domain/self-service/password.ts'
import { as, viewerIn } from '../../team.ts'
import { FRESH, USER, message, type Customers } from './customers.ts'

/** Renewal: a password that has to be changed, a token that expires. */
export function describeRenewing(customers: Customers): void {
  const { login, enter, patch } = customers

  test('a customer who has to choose a new password can do nothing else before, and continues under a new id', async () => {
    const who = login(USER.username)
    await patch(who, { require_password_update: true })
    const [browser, other] = [await enter(USER), await enter(USER)]
    await expect(as(browser, findSelfService)).rejects.toMatchObject({
      userMessage: 'messages.selfService.passwordFirst',
    })
    const change = (old: string, fresh: string) =>
      as(browser, (viewer) => changeOwnPassword(viewer, seal(old), seal(fresh)))
    await expect(change('wrong', FRESH)).rejects.toMatchObject({
      fields: { password: 'messages.member.oldPassword' },
    })
    await expect(change(USER.password, 'short')).rejects.toMatchObject({
      fields: { newPassword: { key: 'messages.password.short' } },
    })
    await expect(change(USER.password, 'hanno is at home')).rejects.toMatchObject({
      fields: { newPassword: 'messages.password.own' },
    })
    const before = [...browser.jar.values()]
    await change(USER.password, FRESH)
    expect([...browser.jar.values()]).not.toEqual(before)
    expect((await as(browser, findSelfService)).name).toBe('Hanno Vogel')
    expect(await viewerIn(other)).toBeNull()
    expect(await message(enter(USER))).toBe('messages.customer.refused')
    await enter({ ...USER, password: FRESH })
    const [event] = await auditEventsOf(customers.world.tenant.id, { limit: 1 })
    expect(event).toMatchObject({
      verb: 'selfService.password',
      stage: 'done',
      actor: { name: 'Hanno Vogel' },
      after: { password: 'changed' },
    })
    await patch(who, { username: USER.username, password: USER.password })
    await expect(as(browser, findSelfService)).rejects.toThrow(SignedOut)
  })

  test('an old token is exchanged before it expires, and the session continues', async () => {
    const browser = await enter(USER)
    const viewer = await viewerIn(browser)
    if (viewer === null) throw new Error('no viewer is signed in')
    await customers.world.simulator.clearRequests()
    const old = { ...viewer, session: { ...viewer.session, tokenAt: Date.now() - 30 * 60_000 } }
    await browser.run(() => findSelfService(old))
    const paths = (await customers.world.simulator.requests()).map(({ path }) => path)
    expect(paths.filter((path) => path === '/v2/auth')).toHaveLength(1)
    expect((await as(browser, findSelfService)).name).toBe('Hanno Vogel')
  })
}
