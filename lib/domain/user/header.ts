// Presents the header of a user's pages.
import 'server-only'
import { findAccount, type AccountDoc, type AncestorDoc } from '../../kazoo/accounts.ts'
import type { UserRef } from '../../kazoo/ids.ts'
import type { UserDoc } from '../../kazoo/users.ts'
import type { Issue } from '../../session/proxy-ids.ts'
import type { UserHeader } from '../../views/user.ts'
import { toBreadcrumbs } from '../account/account-path.ts'
import { nameOf } from '../device/owner.ts'
import { ancestorsWithin, type Grant } from '../grant.ts'
import { isSelf } from './load-for-edit.ts'

/** What the header is made of. `self`: the portal itself signs in to Kazoo as the user. */
export type UserParts = {
  ref: UserRef
  doc: UserDoc
  account: AccountDoc
  ancestors: readonly AncestorDoc[]
  self: boolean
}

/**
 * The parts of a user whose document is being read.
 * @throws NotFound, Unavailable
 */
export async function partsOf(grant: Grant, ref: UserRef, reading: Promise<UserDoc>): Promise<UserParts> {
  const [doc, account, ancestors, self] = await Promise.all([
    reading,
    findAccount(grant.kazoo, ref.account),
    ancestorsWithin(grant, ref.account),
    isSelf(grant, ref),
  ])
  return { ref, doc, account, ancestors, self }
}

/** The header of a user's pages. */
export function toHeader({ ref, doc, account, ancestors, self }: UserParts, issue: Issue): UserHeader {
  const { username, privilege, mustRenew, enabled } = doc
  return {
    id: issue('user', ref),
    account: issue('account', ref.account),
    name: nameOf(doc),
    username,
    privilege,
    mustRenew,
    enabled,
    self,
    breadcrumbs: toBreadcrumbs(account, ancestors, issue),
  }
}
