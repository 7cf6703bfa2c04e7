// A member of the reseller who impersonates a customer.
import { expect, test } from 'vitest'
import { seal } from '../../../lib/sealed.ts'
import { auditEventsOf } from '../../../lib/store/audit-events.ts'
import { startImpersonation } from '../../../lib/domain/impersonation/start.ts'
import { editForward } from '../../../lib/domain/self-service/forward.ts'
import { editOwnBox } from '../../../lib/domain/self-service/voicemail.ts'
import { findSelfService } from '../../../lib/domain/self-service/find.ts'
import { changeOwnPassword } from '../../../lib/domain/self-service/password.ts'
import { impersonatingViewer } from '../../impersonating-viewer.ts'
import { listEveryUser } from '../../../lib/domain/user/list.ts'
import { FRESH, USER, bakeryOf, type Customers } from './customers.ts'

/** Impersonating a customer: what is shown, what can be changed, and what is never set. */
export function describeImpersonatingCustomers(customers: Customers): void {
  test('a member who impersonates a customer sees their device, changes it if allowed, and sets no PIN or password', async () => {
    const reseller = await customers.world.viewer()
    const users = await listEveryUser(reseller, (await bakeryOf(reseller)).id)
    const target = users?.find(({ username }) => username === USER.username)?.id ?? ''
    const start = { target, reason: 'They asked', ticket: '' }
    const looking = await impersonatingViewer(
      reseller,
      await startImpersonation(reseller, { ...start, changes: false }),
    )
    const changing = await impersonatingViewer(
      reseller,
      await startImpersonation(reseller, { ...start, changes: true }),
    )
    if (looking === null || changing === null) throw new Error('no impersonation')
    const page = await findSelfService(looking)
    expect(page.name).toBe('Hanno Vogel')
    const initialValues = page.forward
    const typed = { ...initialValues, forwardNumber: '+4940111222' }
    await expect(editForward(looking, { typed, initialValues })).rejects.toMatchObject({
      userMessage: 'messages.impersonation.readOnly',
    })
    expect(await editForward(changing, { typed, initialValues })).toBe(true)
    const [event] = await auditEventsOf(customers.world.tenant.id, { limit: 1 })
    expect(event).toMatchObject({ verb: 'selfService.forward', actor: { name: 'Olga Owner' } })
    const [box] = (await findSelfService(changing)).boxes
    await expect(
      editOwnBox(changing, box?.id ?? '', { typed: {}, initialValues: {}, pin: seal('4711') }),
    ).rejects.toMatchObject({ fields: { pin: 'messages.impersonation.field' } })
    await expect(changeOwnPassword(changing, seal(USER.password), seal(FRESH))).rejects.toMatchObject({
      userMessage: 'messages.impersonation.credentials',
    })
  })
}
