// The devices and voicemail boxes of a user.
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { NotFound } from '../../../lib/errors.ts'
import { path } from '../../../lib/kazoo/client.ts'
import { seal, unseal } from '../../../lib/sealed.ts'
import { resolve } from '../../../lib/session/proxy-ids.ts'
import { grantOf } from '../../../lib/domain/grant.ts'
import { findUser } from '../../../lib/domain/user/find.ts'
import type { Users } from './users.ts'
import { editBox, findBox } from '../../../lib/domain/user/voicemail.ts'

/** What a user owns: devices, hot desks, and voicemail boxes. */
export function describeOwnedResources(people: Users): void {
  const { newUser, sent, last, device, box } = people

  const sitDown = async (at: string, who: string) => {
    const { account: home, device: desk } = await resolve(people.viewer.session, 'device', at)
    const { user } = await resolve(people.viewer.session, 'user', who)
    const users = { [unseal(user)]: { since: 1 } }
    await grantOf(people.viewer).kazoo.patch(
      path`/accounts/${home}/devices/${desk}`,
      { hotdesk: { users } },
      z.unknown(),
    )
  }

  test('a user has their own devices and hot desks, and only their own voicemail boxes', async () => {
    const user = await newUser('Owner')
    const other = await newUser('Other')
    await device('Own phone', user)
    await device('Other phone', other)
    const borrowed = await device('Lobby phone', other)
    await sitDown(borrowed, user)
    await box('2001', user)
    await box('2002', other)
    const page = await findUser(people.viewer, user)
    expect(page.devices?.map(({ name, own }) => [name, own])).toEqual([
      ['Own phone', true],
      ['Lobby phone', false],
    ])
    expect(page.boxes?.map(({ mailbox }) => mailbox)).toEqual(['2001'])
    const one = page.boxes?.[0]
    if (one === undefined) throw new Error('no box')
    expect((await findBox(people.viewer, user, one.id)).header.name).toBe('Ada Owner')
    await expect(findBox(people.viewer, other, one.id)).rejects.toThrow(NotFound)
  })

  test('a voicemail box: only changes are sent, its PIN is never shown, its number is unique', async () => {
    const user = await newUser('Boxed')
    await box('3001', user)
    await box('3002', user)
    const one = (await findUser(people.viewer, user)).boxes?.[0]
    if (one === undefined) throw new Error('no box')
    const initialValues = (await findBox(people.viewer, user, one.id)).box.text
    await people.world.simulator.clearRequests()
    const change = { notifyAddresses: 'a@example.com, b@example.com', deleteAfterNotify: 'on' }
    await editBox(people.viewer, one.id, {
      typed: { ...initialValues, ...change },
      initialValues,
      pin: seal('9753'),
    })
    expect(await sent()).toEqual([
      {
        method: 'PATCH',
        body: {
          data: {
            notify_email_addresses: ['a@example.com', 'b@example.com'],
            delete_after_notify: true,
            pin: '9753',
          },
        },
      },
    ])
    const after = await findBox(people.viewer, user, one.id)
    expect(after.box.text).toEqual({ ...initialValues, ...change })
    expect(inspect([after, await last()], { depth: 9 })).not.toContain('9753')
    await expect(
      editBox(people.viewer, one.id, { typed: { mailbox: '3002' }, initialValues: {}, pin: null }),
    ).rejects.toMatchObject({
      fields: { mailbox: { key: 'messages.duplicate.mailbox', values: { name: 'Box 3002' } } },
    })
    await editBox(people.viewer, one.id, { typed: { notifyAddresses: '' }, initialValues: {}, pin: null })
    expect((await findBox(people.viewer, user, one.id)).box.text.notifyAddresses).toBe('')
  })
}
