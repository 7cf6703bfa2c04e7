// People of an account as Kazoo keeps them. Their passwords go in and never come out.
import 'server-only'
import { z } from 'zod'
import { path, type Kazoo, type Page } from './client.ts'
import { kazooId, type KazooId, type Password, type UserRef } from './ids.ts'

const shape = {
  id: kazooId('user'),
  first_name: z.string().catch(''),
  last_name: z.string().catch(''),
  username: z.string().nullable().catch(null),
  email: z.string().nullable().catch(null),
  priv_level: z.enum(['admin', 'user']).catch('user'),
}
type Named = { first_name: string; last_name: string; priv_level: 'admin' | 'user' }

function renamed<T extends Named>({ first_name, last_name, priv_level, ...same }: T) {
  return { ...same, firstName: first_name, lastName: last_name, privilege: priv_level }
}

const UserRowDoc = z.object(shape).transform(renamed)
/** A row of `users`; it does not say whether the user is enabled. */
export type UserRowDoc = z.output<typeof UserRowDoc>

const UserDoc = z
  .object({ ...shape, enabled: z.boolean().catch(false), timezone: z.string().nullable().catch(null) })
  .transform(renamed)
/** One user. `privilege` is Kazoo's word, and Kazoo enforces little of it (crossbar.md 25.6). */
export type UserDoc = z.output<typeof UserDoc>

/** A person who can sign in to Kazoo. */
export type NewUser = {
  firstName: string
  lastName: string
  username: string
  password: Password
  email?: string
  privilege: 'admin' | 'user'
}
/** What may be changed; null removes. A new user name needs a password with it: only hashes are stored. */
export type UserPatch = {
  firstName?: string
  lastName?: string
  email?: string | null
  timezone?: string | null
  enabled?: boolean
  privilege?: 'admin' | 'user'
  username?: string
  password?: Password
}

const FIELDS: Readonly<Record<string, keyof UserPatch>> = {
  first_name: 'firstName',
  last_name: 'lastName',
  username: 'username',
  password: 'password',
  email: 'email',
  timezone: 'timezone',
  enabled: 'enabled',
  priv_level: 'privilege',
}

const toWire = (user: UserPatch) => ({
  first_name: user.firstName,
  last_name: user.lastName,
  username: user.username,
  password: user.password,
  email: user.email,
  timezone: user.timezone,
  enabled: user.enabled,
  priv_level: user.privilege,
})

/** All users of an account, in no promised order (GET /accounts/A/users). */
export function listUsers(kazoo: Kazoo, account: KazooId<'account'>): Promise<UserRowDoc[]> {
  return kazoo.list(path`/accounts/${account}/users`, UserRowDoc)
}

/** One page of the users of an account. */
export function pageOfUsers(
  kazoo: Kazoo,
  account: KazooId<'account'>,
  options: { after?: KazooId<'cursor'>; size?: number } = {},
): Promise<Page<UserRowDoc>> {
  return kazoo.page(path`/accounts/${account}/users`, UserRowDoc, options)
}

/** One user (GET /accounts/A/users/U). @throws NotFound, Forbidden, Unavailable. */
export function findUser(kazoo: Kazoo, { account, user }: UserRef): Promise<UserDoc> {
  return kazoo.one(path`/accounts/${account}/users/${user}`, UserDoc)
}

/**
 * Makes a user (PUT /accounts/A/users). Kazoo's own welcome mail is not sent: it would hold the password in clear (crossbar.md 10).
 * @throws Rejected at the fields of `NewUser`; ChargesNotAccepted; Unavailable.
 */
export function createUser(kazoo: Kazoo, account: KazooId<'account'>, user: NewUser): Promise<UserDoc> {
  return kazoo.create(path`/accounts/${account}/users`, toWire(user), UserDoc, {
    fields: FIELDS,
    query: { send_email_on_creation: false },
  })
}

/** Changes a user (PATCH). A new password or user name ends every token of that user. @throws Rejected, NotFound, Unavailable. */
export function patchUser(kazoo: Kazoo, { account, user }: UserRef, change: UserPatch): Promise<UserDoc> {
  return kazoo.patch(path`/accounts/${account}/users/${user}`, toWire(change), UserDoc, { fields: FIELDS })
}
