// Passwords and roles of users.
import { expect, test } from 'vitest'
import { Forbidden, NotFound } from '../../../lib/errors.ts'
import { seal } from '../../../lib/sealed.ts'
import type { Viewer } from '../../../lib/session/viewer.ts'
import { findRoot } from '../../../lib/domain/account/branch.ts'
import { changePrivilege, setPassword } from '../../../lib/domain/user/credentials.ts'
import { createUser } from '../../../lib/domain/user/create.ts'
import { editUser } from '../../../lib/domain/user/edit.ts'
import { findUser, findUserToRemove } from '../../../lib/domain/user/find.ts'
import { listEveryUser } from '../../../lib/domain/user/list.ts'
import { removeUser } from '../../../lib/domain/user/remove.ts'
import { START, type Users } from './users.ts'

/** The admins of an account, with the proxy ids of `who`. */
const admins = async (who: Viewer, at: string) =>
  (await listEveryUser(who, at))?.filter(({ privilege }) => privilege === 'admin') ?? []

/** Passwords and roles: who sets them, and for whom. */
export function describeAccess(people: Users): void {
  const { newUser, edit, sent, last, signsIn } = people

  test('an admin sets a user’s password: it is sent with the username, ends their tokens, and may require a new one', async () => {
    const user = await newUser('Forgetful', { username: 'forgetful' })
    await people.world.simulator.clearRequests()
    const typed = { username: 'Forgetful', password: seal<'password'>('another password'), mustRenew: true }
    expect(await setPassword(people.viewer, user, typed)).toBeNull()
    expect(await sent()).toEqual([
      {
        method: 'PATCH',
        body: {
          data: { username: 'forgetful', password: 'another password', require_password_update: true },
        },
      },
    ])
    expect(await signsIn('forgetful', 'another password')).toBe(true)
    expect(await signsIn('forgetful', 'a good password')).toBe(false)
    expect((await findUser(people.viewer, user)).user.mustRenew).toBe(true)
    expect(await last()).toMatchObject({ verb: 'user.password', after: { password: 'changed' } })
    const shownOnce = await setPassword(people.viewer, user, {
      username: 'renamed',
      password: null,
      mustRenew: false,
    })
    expect(await signsIn('renamed', shownOnce ?? '')).toBe(true)
    expect(await last()).toMatchObject({ before: { username: 'forgetful' }, after: { username: 'renamed' } })
  })

  test('a role is set once, by permitted roles, and never above the viewer’s own', async () => {
    const user = await newUser('Rising')
    const support = await people.world.viewer('support')
    const { root } = await findRoot(support)
    const [row] = (await listEveryUser(support, root.id)) ?? []
    if (row === undefined) throw new Error('no such user')
    await people.world.simulator.clearRequests()
    await expect(changePrivilege(support, row.id, 'admin')).rejects.toThrow(Forbidden)
    await expect(
      createUser(support, root.id, { ...START, username: 'sneaky', privilege: 'admin' }),
    ).rejects.toThrow('messages.role')
    expect(await sent()).toEqual([])
    expect(await changePrivilege(people.viewer, user, 'admin')).toBe(true)
    expect(await changePrivilege(people.viewer, user, 'admin')).toBe(false)
    expect((await findUser(people.viewer, user)).user.privilege).toBe('admin')
    expect(await last()).toMatchObject({ before: { privilege: 'user' }, after: { privilege: 'admin' } })
  })

  test('support does not change admins of the granted account, and no role changes the portal’s own user', async () => {
    const { root } = await findRoot(people.viewer)
    const support = await people.world.viewer('support')
    const visible = await findRoot(support)
    const [colleague] = await admins(support, visible.root.id)
    if (colleague === undefined) throw new Error('the reseller has no admin')
    await people.world.simulator.clearRequests()
    const takeOver = [
      editUser(support, colleague.id, {
        typed: { email: 'me@example.com' },
        initialValues: {},
        hotdeskPin: null,
      }),
      setPassword(support, colleague.id, { username: 'x', password: null, mustRenew: false }),
    ]
    for (const attempt of takeOver) await expect(attempt).rejects.toThrow('messages.role')
    const own = await Promise.all(
      (await admins(people.viewer, root.id)).map(async ({ id }) => ({
        id,
        self: (await findUser(people.viewer, id)).header.self,
      })),
    )
    const self = own.find((one) => one.self)?.id
    if (self === undefined) throw new Error('no user is the portal itself')
    const lockOut = [
      () => setPassword(people.viewer, self, { username: 'x', password: null, mustRenew: false }),
      () => changePrivilege(people.viewer, self, 'user'),
      async () => {
        const { user } = await findUser(people.viewer, self)
        const gone = { devices: 'keep', boxes: 'keep', newOwner: '', typed: user.name } as const
        return removeUser(people.viewer, self, gone)
      },
    ]
    for (const attempt of lockOut) await expect(attempt()).rejects.toThrow('messages.user.self')
    await expect(edit(self, { enabled: '' })).rejects.toMatchObject({
      fields: { enabled: 'messages.user.self' },
    })
    await expect(findUserToRemove(people.viewer, self)).rejects.toThrow(NotFound)
    expect(await sent()).toEqual([])
  })
}
