// Self-service: what a customer sees and changes of their own.
import { expect, test } from 'vitest'
import { seal } from '../../../lib/sealed.ts'
import { auditEventsOf } from '../../../lib/store/audit-events.ts'
import { editForward } from '../../../lib/domain/self-service/forward.ts'
import { editOwnBox } from '../../../lib/domain/self-service/voicemail.ts'
import { findSelfService } from '../../../lib/domain/self-service/find.ts'
import { as } from '../../team.ts'
import { USER, type Customers } from './customers.ts'

/** The own devices and voicemail of a customer, and nothing of other users. */
export function describeSelfService(customers: Customers): void {
  const { login, enter } = customers

  test('a customer sees their own device, and Kazoo gets no request about other users', async () => {
    const browser = await enter(USER)
    const { accountId, userId } = login(USER.username)
    await customers.world.simulator.clearRequests()
    const page = await as(browser, findSelfService)
    expect(page.name).toBe('Hanno Vogel')
    expect(page.devices.length).toBeGreaterThan(0)
    expect(page.boxes.length).toBeGreaterThan(0)
    const shown = page.forward
    const typed = { ...shown, forwardFailover: 'on', forwardNumber: '+4940987654', doNotDisturb: 'on' }
    expect(await as(browser, (viewer) => editForward(viewer, { typed, initialValues: shown }))).toBe(true)
    expect(await as(browser, (viewer) => editForward(viewer, { typed, initialValues: typed }))).toBe(false)
    const box = page.boxes.find(({ mailbox }) => mailbox === '8801')
    if (box === undefined) throw new Error('no box')
    const change = {
      typed: { skipGreeting: 'on', notifyAddresses: 'h@example.com, v@example.com' },
      initialValues: {},
    }
    await as(browser, (viewer) => editOwnBox(viewer, box.id, { ...change, pin: seal('4711') }))
    const after = await as(browser, findSelfService)
    expect(after).toMatchObject({
      forward: {
        doNotDisturb: 'on',
        forwardFailover: 'on',
        forwardNumber: '+4940987654',
        forwardEnabled: '',
      },
    })
    expect(after.boxes.find(({ id }) => id === box.id)).toMatchObject({
      text: { skipGreeting: 'on', notifyAddresses: 'h@example.com, v@example.com' },
      held: { pin: true },
    })
    expect(JSON.stringify(after)).not.toContain('4711')
    const requests = await customers.world.simulator.requests()
    const within = [
      '',
      `/users/${userId}`,
      `/users/${userId}/devices`,
      '/registrations',
      '/vmboxes',
      // A box is only read after it was in the list of the user.
      ...requests.flatMap(({ path }) => /\/vmboxes\/\w+$/.exec(path) ?? []),
    ].map((path) => `/v2/accounts/${accountId}${path}`)
    for (const { path } of requests) expect(within).toContain(path)
    const boxes = new Set(requests.flatMap(({ path }) => /\/vmboxes\/(\w+)$/.exec(path)?.[1] ?? []))
    expect(boxes.size).toBe(page.boxes.length)
    const [event] = await auditEventsOf(customers.world.tenant.id, { limit: 1 })
    expect(event).toMatchObject({
      verb: 'selfService.voicemail',
      actor: { name: 'Hanno Vogel' },
      after: { pin: 'changed' },
    })
  })
}
