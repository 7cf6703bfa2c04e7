// Creates a user in an account.
import 'server-only'
import type { Password } from '../../kazoo/ids.ts'
import { createUser as create } from '../../kazoo/users.ts'
import { withProxyIds, resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { ProxyId } from '../../views/ids.ts'
import type { Privilege } from '../../views/user.ts'
import { pathOf } from '../account/account-path.ts'
import { recorded } from '../audit/record.ts'
import { refuseUserDuplicates } from '../duplicates.ts'
import { grantOf } from '../grant.ts'
import { permit, refuseSecrets } from '../permission.ts'
import { passwordOr } from './new-password.ts'

/** The form for a new user; without a password one is generated. */
export type UserStart = {
  firstName: string
  lastName: string
  email: string
  username: string
  password: Password | null
  privilege: Privilege
  timezone: string
  extension: string
  mustRenew: boolean
  /** An e-mail address that may belong to another user too; the viewer confirmed it. */
  sharedEmail?: string
}

/** A new user. `shown` is the generated password, for one response. */
export type MadeUser = { user: ProxyId<'user'>; shown: string | null }

/**
 * Creates a user in `account`; no mail is sent.
 * @throws Rejected at fields of the form; Forbidden; NotFound; Unavailable
 */
export async function createUser(viewer: Viewer, account: string, start: UserStart): Promise<MadeUser> {
  permit(viewer, 'user.create')
  refuseSecrets(viewer)
  if (start.privilege === 'admin') permit(viewer, 'user.role')
  const accountId = await resolve(viewer.session, 'account', account)
  const grant = grantOf(viewer)
  const path = await pathOf(grant, accountId)
  const { firstName, lastName, email, username, privilege, timezone, extension, mustRenew } = start
  const owner = { name: `${firstName} ${lastName}`, email, company: viewer.session.record.tenantName }
  const { password, shown } = passwordOr(start.password, owner)
  const named = { kind: 'user', name: `${firstName} ${lastName}`.trim() }
  const doc = await recorded(
    viewer,
    'user.create',
    {
      subject: { ...named, resource: null },
      within: accountId,
      path,
      before: null,
      after: { firstName, lastName, email, username, privilege, timezone, extension, password },
    },
    async () => {
      await refuseUserDuplicates(
        { viewer, grant, account: accountId, own: null },
        { email, username, extension },
        start.sharedEmail,
      )
      return create(grant.kazoo, accountId, {
        firstName,
        lastName,
        email,
        username,
        password,
        privilege,
        timezone,
        extension,
        internalNumber: extension,
        ...(mustRenew ? { mustRenew } : {}),
      })
    },
    ({ id }) => ({ ...named, resource: { kind: 'user', ref: { account: accountId, user: id } } }),
  )
  const user = await withProxyIds(viewer.session, (issue) =>
    issue('user', { account: accountId, user: doc.id }),
  )
  return { user, shown }
}
