// What a reseller changes on a user.
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { seal } from '../../../lib/sealed.ts'
import { editUser } from '../../../lib/domain/user/edit.ts'
import { findUser } from '../../../lib/domain/user/find.ts'
import { findAccountWithUsers } from '../../../lib/domain/user/list.ts'
import { FIRST, type Users } from './users.ts'

/** Editing a user: every field, one alone, and a PIN that stays secret. */
export function describeEditing(people: Users): void {
  const { newUser, shown, edit, sent, last, signsIn } = people
  const featuresOfBauer = async () => {
    const query = { ...FIRST, text: 'bauer' }
    const { users } = await findAccountWithUsers(people.viewer, people.account.id, query)
    return users.rows[0]?.features.toSorted()
  }

  test('every field of the form reaches Kazoo, comes back, and can be emptied again', async () => {
    const user = await newUser('Everything')
    const change = {
      firstName: 'Bea',
      lastName: 'Bauer',
      email: 'bea@example.com',
      enabled: '',
      timezone: 'Europe/Paris',
      language: 'fr-fr',
      extension: '1020',
      voicemailToEmail: '',
      doNotDisturb: 'on',
      callWaiting: '',
      contactListExclude: 'on',
      hotdeskEnabled: 'on',
      hotdeskId: '4711',
      hotdeskRequirePin: 'on',
      hotdeskKeepLoggedIn: 'on',
      internalRingtone: 'ring-1',
      externalRingtone: 'ring-2',
      forwardEnabled: 'on',
      forwardNumber: '+4930123456',
      forwardKeepCallerId: '',
      forwardRequireKeypress: '',
      forwardDirectCallsOnly: 'on',
      forwardSubstitute: '',
      forwardIgnoreEarlyMedia: '',
      forwardFailover: 'on',
      internalName: 'Bea',
      internalNumber: '1020',
      externalName: 'Bauer GmbH',
      externalNumber: '+4930999',
      emergencyName: 'Bauer',
      emergencyNumber: '+4930998',
    }
    expect(await edit(user, change)).toBe(true)
    expect(await shown(user)).toEqual(change)
    // Kazoo lists failover only while calls are not forwarded anyway (docs/kazoo.md section 28.2).
    expect(await featuresOfBauer()).toEqual(['callerId', 'doNotDisturb', 'forwarding', 'hotdesk'])
    const emptied = {
      email: '',
      timezone: '',
      language: '',
      extension: '',
      hotdeskId: '',
      internalRingtone: '',
      externalRingtone: '',
      forwardEnabled: '',
      forwardNumber: '',
      internalName: '',
      externalNumber: '',
    }
    await edit(user, emptied)
    expect(await shown(user)).toEqual({ ...change, ...emptied })
    expect(await featuresOfBauer()).toEqual(['doNotDisturb', 'failover', 'hotdesk'])
  })

  test('one field is one PATCH with that field alone; no change sends nothing; the username stays', async () => {
    const user = await newUser('Quiet', { username: 'quiet' })
    await people.world.simulator.clearRequests()
    expect(await edit(user, {})).toBe(false)
    expect(await sent()).toEqual([])
    await edit(user, { hotdeskId: '99' })
    expect(await sent()).toEqual([{ method: 'PATCH', body: { data: { hotdesk: { id: '99' } } } }])
    expect(await signsIn('quiet', 'a good password')).toBe(true)
    expect(await last()).toMatchObject({
      verb: 'user.edit',
      before: { hotdeskId: '' },
      after: { hotdeskId: '99' },
    })
  })

  test('a PIN for hot desks is written, and is neither shown nor in the audit log', async () => {
    const user = await newUser('Pinned')
    const initialValues = await shown(user)
    await editUser(people.viewer, user, { typed: initialValues, initialValues, hotdeskPin: seal('836492') })
    const page = await findUser(people.viewer, user)
    expect(page.user.held.hotdeskPin).toBe(true)
    expect(JSON.stringify(page)).not.toContain('836492')
    expect(await last()).toMatchObject({ after: { hotdeskPin: 'changed' } })
    expect(inspect(await last(), { depth: 9 })).not.toContain('836492')
  })
}
