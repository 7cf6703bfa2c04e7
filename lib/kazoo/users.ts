// Lists, finds, creates, changes and removes the users of an account in Kazoo. Their passwords can be written
// and are never read.
import 'server-only'
import { z } from 'zod'
import { path, type Kazoo, type Page } from './client.ts'
import { bodyOf, namesByPath } from './document-fields.ts'
import { kazooId, type KazooId, type UserRef } from './ids.ts'
import { asRecord, byId, isNotFalse, privilege, text, textOrNull, texts, type Listing } from './lenient.ts'
import { createdSince } from './time.ts'
import { USER_WIRE, UserDoc, type NewUser, type UserPatch } from './user-doc.ts'

export type { NewUser, UserDoc, UserPatch } from './user-doc.ts'

/** The features that Kazoo's view reports as switched on, under our names; any others are left out. */
const FEATURES = {
  call_forward: 'forwarding',
  call_forward_failover: 'failover',
  do_not_disturb: 'doNotDisturb',
  vm_to_email: 'voicemailToEmail',
  hotdesk: 'hotdesk',
  caller_id: 'callerId',
  music_on_hold: 'musicOnHold',
} as const
type Feature = (typeof FEATURES)[keyof typeof FEATURES]

const UserRow = z.preprocess(
  asRecord,
  z
    .object({
      id: kazooId('user').nullable().catch(null),
      first_name: text,
      last_name: text,
      username: textOrNull,
      email: textOrNull,
      presence_id: textOrNull,
      priv_level: privilege,
      features: texts,
    })
    .transform(({ first_name, last_name, priv_level, presence_id, features, ...same }) => ({
      ...same,
      firstName: first_name,
      lastName: last_name,
      privilege: priv_level,
      presenceId: presence_id,
      features: Object.entries(FEATURES).flatMap(([theirs, ours]): Feature[] =>
        features.includes(theirs) ? [ours] : [],
      ),
    })),
)
type UserListing = Listing<z.output<typeof UserRow>>
/** A row of `users`; it does not say whether the user is enabled. */
export type UserRowDoc = UserListing['rows'][number]

const UserDevice = z.preprocess(
  asRecord,
  z
    .object({
      id: kazooId('device').nullable().catch(null),
      name: text,
      owner_id: kazooId('user').nullable().catch(null),
      enabled: isNotFalse,
      device_type: text,
    })
    .transform(({ owner_id, device_type, ...same }) => ({
      ...same,
      owner: owner_id,
      type: device_type || 'sip_device',
    })),
)
type UserDeviceListing = Listing<z.output<typeof UserDevice>>
/** A device of a user: their own, or one of another user where they are hot-desked in. */
export type UserDeviceDoc = UserDeviceListing['rows'][number]

const REFUSED = namesByPath(USER_WIRE)

const TokenDoc = z.object({ owner_id: kazooId('user').nullable().catch(null) })
const ClaimsDoc = z.object({ account_id: kazooId('account'), owner_id: kazooId('user') })

/**
 * All users of an account, or those created since an instant, in no guaranteed order (GET /accounts/A/users).
 */
export async function listingOfUsers(
  kazoo: Kazoo,
  account: KazooId<'account'>,
  since?: Date,
): Promise<UserListing> {
  return byId(await kazoo.list(path`/accounts/${account}/users`, UserRow, createdSince(since)))
}

/** The same, without those whose id cannot be used. */
export async function listUsers(
  kazoo: Kazoo,
  account: KazooId<'account'>,
  since?: Date,
): Promise<UserRowDoc[]> {
  return (await listingOfUsers(kazoo, account, since)).rows
}

/**
 * The users of an account with this hot desk number, which no row shows (GET users with a filter,
 * docs/kazoo.md section 8.2).
 */
export async function listUsersWithHotdesk(
  kazoo: Kazoo,
  account: KazooId<'account'>,
  number: string,
): Promise<UserRowDoc[]> {
  const query = { 'filter_hotdesk.id': number }
  return byId(await kazoo.list(path`/accounts/${account}/users`, UserRow, query)).rows
}

/** One page of the users of an account. */
export async function pageOfUsers(
  kazoo: Kazoo,
  account: KazooId<'account'>,
  options: { after?: KazooId<'cursor'>; size?: number } = {},
): Promise<Page<UserRowDoc>> {
  const { rows, next } = await kazoo.page(path`/accounts/${account}/users`, UserRow, options)
  return { ...byId(rows), next }
}

/**
 * One user (GET /accounts/A/users/U).
 * @throws NotFound, Unavailable
 */
export function findUser(kazoo: Kazoo, { account, user }: UserRef): Promise<UserDoc> {
  return kazoo.one(path`/accounts/${account}/users/${user}`, UserDoc)
}

/**
 * The devices of a user, including those where they are hot-desked in (GET users/U/devices).
 * @throws NotFound, Unavailable
 */
export async function listingOfDevicesOfUser(
  kazoo: Kazoo,
  { account, user }: UserRef,
): Promise<UserDeviceListing> {
  return byId(await kazoo.list(path`/accounts/${account}/users/${user}/devices`, UserDevice))
}

/**
 * Creates a user (PUT /accounts/A/users). Kazoo's own welcome mail is not sent: it would contain the password
 * in clear (docs/kazoo.md section 10). `long` as in `Kazoo.create`.
 * @throws Rejected at the fields of `UserPatch` (`hotdeskId`, ...); ChargesNotAccepted; Unavailable
 */
export function createUser(
  kazoo: Kazoo,
  account: KazooId<'account'>,
  user: NewUser,
  options: { long?: boolean } = {},
): Promise<UserDoc> {
  return kazoo.create(path`/accounts/${account}/users`, bodyOf(USER_WIRE, user), UserDoc, {
    ...options,
    fields: REFUSED,
    query: { send_email_on_creation: false },
  })
}

/**
 * Changes a user (PATCH). A new password or username ends every token of that user.
 * @throws Rejected, NotFound, Unavailable
 */
export function patchUser(kazoo: Kazoo, { account, user }: UserRef, change: UserPatch): Promise<UserDoc> {
  return kazoo.patch(path`/accounts/${account}/users/${user}`, bodyOf(USER_WIRE, change), UserDoc, {
    fields: REFUSED,
  })
}

/**
 * Removes a user (DELETE); their tokens end, their devices and voicemail boxes stay.
 * @throws NotFound, Unavailable
 */
export function removeUser(kazoo: Kazoo, { account, user }: UserRef): Promise<void> {
  return kazoo.remove(path`/accounts/${account}/users/${user}`)
}

/** The user whose token this client uses; null for an API key (GET /token_auth). */
export async function ownUser(kazoo: Kazoo): Promise<KazooId<'user'> | null> {
  return (await kazoo.one(path`/token_auth`, TokenDoc)).owner_id
}

/**
 * Whether the token of this client belongs to exactly that user of that account (GET /token_auth).
 * @throws Unavailable
 */
export async function tokenIsOf(kazoo: Kazoo, { account, user }: UserRef): Promise<boolean> {
  const claims = await kazoo.one(path`/token_auth`, ClaimsDoc)
  return claims.account_id.equals(account) && claims.owner_id.equals(user)
}
