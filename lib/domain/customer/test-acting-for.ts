// For tests alone: a member of the reseller who acts as a customer.
import { expect, test } from 'vitest'
import { seal } from '../../sealed.ts'
import { auditEventsOf } from '../../store/audit-events.ts'
import { forwardText } from '../../views/own.ts'
import { act } from '../acting/begin.ts'
import { editForward } from '../own/forward.ts'
import { editOwnBox } from '../own/box.ts'
import { findOwn } from '../own/find.ts'
import { changeOwnPassword } from '../own/password.ts'
import { actingViewer } from '../test-acting.ts'
import { listEveryUser } from '../user/list.ts'
import { FRESH, USER, bakeryOf, type Customers } from './test-customers.ts'

/** Acting as a customer: what is seen, what is changed, and what is never set. */
export function storiesOfActingFor(customers: Customers): void {
  test('a member who acts as somebody sees their phone, changes it where that was asked for, and sets no PIN or password', async () => {
    const reseller = await customers.world.viewer()
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
    const [event] = await auditEventsOf(customers.world.tenant.id, { limit: 1 })
    expect(event).toMatchObject({ verb: 'own.forward', actor: { name: 'Olga Owner' } })
    const [box] = (await findOwn(changing)).boxes
    await expect(
      editOwnBox(changing, box?.id ?? '', { typed: {}, was: {}, pin: seal('4711') }),
    ).rejects.toMatchObject({ fields: { pin: 'said.acting.field' } })
    await expect(changeOwnPassword(changing, seal(USER.password), seal(FRESH))).rejects.toMatchObject({
      said: 'said.acting.credentials',
    })
  })
}
