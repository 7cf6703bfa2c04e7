// Creating a user, as a reseller does.
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { seal } from '../../../lib/sealed.ts'
import { setPassword } from '../../../lib/domain/user/credentials.ts'
import { createUser } from '../../../lib/domain/user/create.ts'
import { findUser } from '../../../lib/domain/user/find.ts'
import { START, type Users } from './users.ts'

/** Creating a user: the request to Kazoo, a generated password, a username that exists. */
export function describeCreatingUsers(people: Users): void {
  const { newUser, last, signsIn } = people

  test('a new user is one PUT without Kazoo’s own mail, can sign in, and is in the audit log without their password', async () => {
    const mails = (await people.world.simulator.mails()).length
    const user = await newUser('Newcomer', {
      username: 'New.Comer',
      extension: '1001',
      timezone: 'Europe/Berlin',
      mustRenew: true,
    })
    const request = (await people.world.writes()).find(({ path: to }) => to.endsWith('/users'))
    expect(request).toMatchObject({
      method: 'PUT',
      query: 'send_email_on_creation=false',
      body: { data: { username: 'New.Comer', presence_id: '1001', priv_level: 'user' } },
    })
    expect((await people.world.simulator.mails()).length).toBe(mails)
    const page = await findUser(people.viewer, user)
    expect(page.user).toMatchObject({
      name: 'Ada Newcomer',
      username: 'new.comer',
      mustRenew: true,
      text: { extension: '1001', enabled: 'on', internalNumber: '1001' },
    })
    expect(page.header.breadcrumbs.at(-1)?.name).toBe(people.account.name)
    expect(await signsIn('new.comer', 'a good password')).toBe(true)
    expect(await last()).toMatchObject({ verb: 'user.create', after: { password: 'changed' } })
    expect(inspect(await last(), { depth: 9 })).not.toContain('a good password')
  })

  test('a missing password is generated, shown once, and differs for the next user', async () => {
    const one = await createUser(people.viewer, people.account.id, {
      ...START,
      username: 'made1',
      password: null,
    })
    const two = await createUser(people.viewer, people.account.id, {
      ...START,
      username: 'made2',
      password: null,
    })
    expect(one.shown).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/)
    expect(one.shown).not.toBe(two.shown)
    expect(await signsIn('made1', one.shown ?? '')).toBe(true)
    expect(JSON.stringify(await findUser(people.viewer, one.user))).not.toContain(one.shown)
  })

  test('a typed password with a name of the user or the reseller, a well-known or a short one reaches no Kazoo', async () => {
    const user = await newUser('Adler', { username: 'setter' })
    await people.world.simulator.clearRequests()
    const refused = { name: 'Rejected', fields: { password: expect.anything() } }
    for (const typed of ['lamps of a Reseller', 'two adler lamps', 'Password2026', 'seven77']) {
      const password = seal<'password'>(typed)
      await expect(newUser('Adler', { username: 'refused', password }), typed).rejects.toMatchObject(refused)
      const change = { username: 'setter', password, mustRenew: false }
      await expect(setPassword(people.viewer, user, change), typed).rejects.toMatchObject(refused)
    }
    expect(await people.world.writes()).toEqual([])
  })

  test('a username that exists is refused at its field, which names the other user', async () => {
    await newUser('First', { username: 'taken' })
    await expect(newUser('Second', { username: 'Taken' })).rejects.toMatchObject({
      fields: { username: { key: 'messages.duplicate.username', values: { name: 'Ada First' } } },
    })
    expect(await last()).toMatchObject({ verb: 'user.create', stage: 'failed' })
  })
}
