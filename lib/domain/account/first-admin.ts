// Creates the first admin of a new account.
import 'server-only'
import { Unavailable } from '../../errors.ts'
import type { Kazoo } from '../../kazoo/client.ts'
import type { KazooId, Password } from '../../kazoo/ids.ts'
import { createUser, listUsers } from '../../kazoo/users.ts'
import type { Viewer } from '../../session/viewer.ts'
import { recorded } from '../audit/record.ts'
import type { Grant } from '../grant.ts'

/** The admin of the account. */
export type FirstAdmin = {
  firstName: string
  lastName: string
  email: string
  username: string
  password: Password
}

/**
 * Creates the admin, and records it in the audit log.
 * @throws Rejected at its fields, ChargesNotAccepted, Forbidden, Unavailable
 */
export async function createFirstAdmin(
  viewer: Viewer,
  { kazoo }: Grant,
  account: KazooId<'account'>,
  path: string[],
  { firstName, lastName, email, username, password }: FirstAdmin,
): Promise<void> {
  const named = { kind: 'user', name: `${firstName} ${lastName}` }
  const admin = { firstName, lastName, username, password, email, privilege: 'admin' } as const
  await recorded(
    viewer,
    'user.create',
    {
      subject: { ...named, resource: null },
      within: account,
      path,
      before: null,
      after: { firstName, lastName, email, username, password },
    },
    async () => {
      try {
        return (await createUser(kazoo, account, admin, { long: true })).id
      } catch (error) {
        if (!(error instanceof Unavailable) || error.reason !== 'unknown') throw error
        const found = await findAdmin(kazoo, account, username)
        if (found === null) throw error
        return found
      }
    },
    (user) => ({ ...named, resource: { kind: 'user', ref: { account, user } } }),
  )
}

/**
 * Nobody else creates this username in an account that has just been created. Null: it is not there, or Kazoo
 * does not answer.
 */
async function findAdmin(
  kazoo: Kazoo,
  account: KazooId<'account'>,
  username: string,
): Promise<KazooId<'user'> | null> {
  const users = await listUsers(kazoo, account).catch(() => [])
  const wanted = username.toLowerCase()
  return users.find((user) => user.username?.toLowerCase() === wanted)?.id ?? null
}
