// Removing a user, and what becomes of their resources.
import { expect, test } from 'vitest'
import { NotFound, Rejected } from '../../../lib/errors.ts'
import { findRoot } from '../../../lib/domain/account/branch.ts'
import { findDevice } from '../../../lib/domain/device/find.ts'
import { findUser } from '../../../lib/domain/user/find.ts'
import { listEveryUser } from '../../../lib/domain/user/list.ts'
import { removeUser } from '../../../lib/domain/user/remove.ts'
import type { Users } from './users.ts'

/** Removing a user: resources are kept, given or deleted, and a removal can stop half-way. */
export function describeRemovingUsers(people: Users): void {
  const { newUser, sent, last, device, box } = people

  for (const disposition of ['keep', 'give', 'delete'] as const) {
    test(`removing a user: ${disposition} their resources, and none of others`, async () => {
      const user = await newUser(`Leaving ${disposition}`)
      const newOwner = await newUser(`Staying ${disposition}`)
      const desk = await device(`Desk ${disposition}`, user)
      const others = await device(`Others ${disposition}`, newOwner)
      const number = { keep: '4001', give: '4002', delete: '4003' }[disposition]
      await box(number, user)
      const removal = {
        devices: disposition,
        boxes: disposition,
        newOwner,
        typed: `Ada Leaving ${disposition}`,
      }
      await expect(removeUser(people.viewer, user, { ...removal, typed: 'Ada' })).rejects.toMatchObject({
        fields: { typed: 'messages.user.typed' },
      })
      expect(await removeUser(people.viewer, user, removal)).toBe(people.account.id)
      await expect(findUser(people.viewer, user)).rejects.toThrow(NotFound)
      expect((await findDevice(people.viewer, others)).device.text.owner).toBe(newOwner)
      const boxes = (await findUser(people.viewer, newOwner)).boxes?.map(({ mailbox }) => mailbox)
      expect(boxes).toEqual(disposition === 'give' ? [number] : [])
      if (disposition === 'delete') await expect(findDevice(people.viewer, desk)).rejects.toThrow(NotFound)
      else
        expect((await findDevice(people.viewer, desk)).device.text.owner).toBe(
          disposition === 'give' ? newOwner : '',
        )
      expect(await last()).toMatchObject({ verb: 'user.remove', stage: 'done', after: null })
    })
  }

  test('the new owner is another user of the same account, and must exist', async () => {
    const user = await newUser('Alone')
    const { root } = await findRoot(people.viewer)
    const [outsider] = (await listEveryUser(people.viewer, root.id)) ?? []
    await people.world.simulator.clearRequests()
    for (const newOwner of [user, outsider?.id ?? '', people.account.id, '', 'usr_nonsense']) {
      const removal = { devices: 'give', boxes: 'keep', newOwner, typed: 'Ada Alone' } as const
      await expect(removeUser(people.viewer, user, removal), newOwner).rejects.toMatchObject({
        fields: { newOwner: 'messages.user.newOwner' },
      })
    }
    expect(await sent()).toEqual([])
  })

  test('a removal that stops half-way reports what is done, and continues there', async () => {
    const user = await newUser('Sticky')
    const newOwner = await newUser('Patient')
    for (const name of ['One', 'Two', 'Three']) await device(`${name} of ${people.kazoo}`, user)
    const removal = { devices: 'give', boxes: 'keep', newOwner, typed: 'Ada Sticky' } as const
    await people.world.simulator.fault({
      pattern: '**/users/*',
      methods: ['DELETE'],
      count: 1,
      fault: { kind: 'status', status: 503 },
    })
    const stopped = await removeUser(people.viewer, user, removal).catch((error: unknown) => error)
    if (!(stopped instanceof Rejected)) throw new Error(`it did not stop: ${String(stopped)}`)
    expect(stopped.userMessage).toMatchObject({ key: 'messages.user.stopped', values: { done: 3, left: 0 } })
    expect((await findUser(people.viewer, newOwner)).devices).toHaveLength(3)
    await people.world.simulator.clearRequests()
    await removeUser(people.viewer, user, removal)
    expect((await people.world.writes()).map(({ method }) => method)).toEqual(['DELETE'])
  })
}
