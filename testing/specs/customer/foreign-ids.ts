// Customers with ids of other sessions (docs/security.md row 3).
import { expect, test } from 'vitest'
import { Forbidden, NotFound } from '../../../lib/errors.ts'
import { VERBS } from '../../../lib/views/viewer.ts'
import { findRoot } from '../../../lib/domain/account/branch.ts'
import { editOwnBox } from '../../../lib/domain/self-service/voicemail.ts'
import { findSelfService } from '../../../lib/domain/self-service/find.ts'
import { DOMAIN_CALLS } from '../../domain-calls.ts'
import { columnOf, permits, REFUSALS } from '../../permissions.ts'
import { as, viewerIn } from '../../team.ts'
import { listEveryUser } from '../../../lib/domain/user/list.ts'
import { ADMIN, USER, type Customers } from './customers.ts'

/** No customer function accepts an id of another session. */
export function describeForeignIds(customers: Customers): void {
  const { login, enter } = customers

  test('security row 3: with ids of another session a customer finds nothing, and Kazoo gets no request', async () => {
    const reseller = await customers.world.viewer()
    const { branch } = await findRoot(reseller)
    const foreign = branch.rows.map(({ id }) => id)
    for (const who of [ADMIN, USER]) {
      const browser = await enter(who)
      const viewer = await viewerIn(browser)
      if (viewer === null) throw new Error('no viewer is signed in')
      const other = await enter(who === ADMIN ? USER : ADMIN)
      const own = await as(other, findSelfService)
      await customers.world.simulator.clearRequests()
      const column = columnOf(viewer.session.record)
      for (const verb of VERBS) {
        for (const each of DOMAIN_CALLS[verb]) {
          const outcome = await browser.run(() => each(viewer)).catch((error: unknown) => error)
          const refused = outcome instanceof Forbidden && REFUSALS.has(outcome.userMessage)
          expect(refused, `${who.username} ${verb}`).toBe(!permits(verb, column))
        }
      }
      for (const { path, write } of await customers.world.simulator.requests()) {
        expect(path).toMatch(new RegExp(`/user_auth$|^/v2/accounts/${login(who.username).accountId}(/|$)`))
        expect(write && !path.endsWith('user_auth'), path).toBe(false)
      }
      await customers.world.simulator.clearRequests()
      for (const id of foreign)
        await expect(as(browser, (me) => listEveryUser(me, id))).rejects.toThrow(
          who === ADMIN ? NotFound : Forbidden,
        )
      for (const { id } of own.boxes)
        await expect(
          as(browser, (me) =>
            editOwnBox(me, id, { typed: { skipGreeting: 'on' }, initialValues: {}, pin: null }),
          ),
        ).rejects.toThrow(NotFound)
      expect(await customers.world.simulator.requests()).toEqual([])
    }
  })
}
