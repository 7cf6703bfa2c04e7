// Makes a customer: an account and its first admin. Either both are there, or it says which is, and goes on
// from there.
import 'server-only'
import { NotFound, Rejected, UserFacingError } from '../../errors.ts'
import { findAccount } from '../../kazoo/accounts.ts'
import { findCreatedAccount } from '../../kazoo/create-account.ts'
import type { KazooId, Password } from '../../kazoo/ids.ts'
import { withProxyIds, resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { CreationStep } from '../../views/account.ts'
import type { ProxyId } from '../../views/ids.ts'
import type { LocalizedMessage } from '../../i18n/message-key.ts'
import { grantOf, type Grant } from '../grant.ts'
import { requireGoodPassword, SHORTEST_GIVEN } from '../auth/password.ts'
import { permit } from '../permission.ts'
import { createFirstAdmin } from './first-admin.ts'
import { attemptOf, createOnce, wantedOf } from './create-once.ts'
import { pathOf } from './account-path.ts'

/**
 * What the form for a new account sends. `created` names the account when an earlier try made it, but not its
 * admin; `unconfirmed` what an earlier try asked for, when Kazoo did not say whether it did it.
 */
export type AccountStart = {
  name: string
  realm: string
  timezone: string
  firstName: string
  lastName: string
  email: string
  username: string
  password: Password
  created: string
  unconfirmed: string
}

/**
 * The account is there, its first admin is not: the form goes on from `created`, and nothing is made twice.
 */
export class HalfMade extends Rejected {
  readonly created: ProxyId<'account'>
  constructor(
    created: ProxyId<'account'>,
    fields: Readonly<Record<string, LocalizedMessage>>,
    because?: LocalizedMessage,
  ) {
    super(
      fields,
      because === undefined ? 'messages.account.half' : { key: 'messages.account.halfBecause', because },
    )
    this.created = created
  }
}

/**
 * Makes an account below `parent`, and its first admin; `onStep` is told what is being done. @throws
 * HalfMade; NotKept, where Kazoo lost the account again; UnconfirmedAccount; Rejected, Forbidden, NotFound,
 * Unavailable
 */
export async function createAccount(
  viewer: Viewer,
  parent: string,
  start: AccountStart,
  onStep: (step: CreationStep) => void = () => undefined,
): Promise<ProxyId<'account'>> {
  permit(viewer, 'account.create')
  const { firstName, lastName, email, password } = start
  const company = viewer.session.record.tenantName
  const admin = { name: `${firstName} ${lastName}`, email, company }
  requireGoodPassword(password, admin, { shortest: SHORTEST_GIVEN })
  const above = await resolve(viewer.session, 'account', parent)
  const grant = grantOf(viewer)
  const path = await pathOf(grant, above)
  onStep('account')
  const account =
    (await earlier(viewer, grant, above, path, start)) ??
    (await createOnce(viewer, grant, above, path, start, () => onStep('look')))
  const id = await withProxyIds(viewer.session, (issue) => issue('account', account))
  onStep('admin')
  await createFirstAdmin(viewer, grant, account, [...path, start.name], start).catch((error: unknown) => {
    if (error instanceof Rejected) throw new HalfMade(id, error.fields)
    throw new HalfMade(id, {}, error instanceof UserFacingError ? error.userMessage : 'messages.fault')
  })
  return id
}

/** The account of an earlier try, if there is one: it must be right below the parent that the form names. */
async function earlier(
  viewer: Viewer,
  grant: Grant,
  parent: KazooId<'account'>,
  path: readonly string[],
  start: AccountStart,
): Promise<KazooId<'account'> | null> {
  if (start.created !== '') return takeUp(viewer, grant, path, start.created)
  if (start.unconfirmed === '' || start.unconfirmed !== attemptOf(start)) return null
  return findCreatedAccount(grant.kazoo, parent, wantedOf(start))
}

async function takeUp(
  viewer: Viewer,
  grant: Grant,
  path: readonly string[],
  created: string,
): Promise<KazooId<'account'>> {
  const account = await resolve(viewer.session, 'account', created)
  const own = await pathOf(grant, account)
  if (own.length !== path.length + 1) throw new NotFound()
  await findAccount(grant.kazoo, account)
  return account
}
