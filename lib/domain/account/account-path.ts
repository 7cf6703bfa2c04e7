// Builds the path of an account from the granted account down, which also proves that it may be accessed.
import 'server-only'
import { findAccount, type AccountDoc, type AncestorDoc } from '../../kazoo/accounts.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import type { Issue } from '../../session/proxy-ids.ts'
import { ACCOUNT_FIELDS } from '../../views/account-fields.ts'
import type { AccountDraft, BreadcrumbItem } from '../../views/account.ts'
import { formText } from '../../views/field-list.ts'
import { ancestorsWithin, type Grant } from '../grant.ts'

/**
 * The names from the granted account down to `account`, for the audit log. Proves that the account is within
 * the grant.
 * @throws NotFound, Unavailable
 */
export async function pathOf(grant: Grant, account: KazooId<'account'>): Promise<string[]> {
  const [doc, ancestors] = await Promise.all([
    findAccount(grant.kazoo, account),
    ancestorsWithin(grant, account),
  ])
  return [...ancestors.map(({ name }) => name), doc.name]
}

/** The same path as breadcrumbs, the account itself last. */
export function toBreadcrumbs(
  account: AccountDoc,
  ancestors: readonly AncestorDoc[],
  issue: Issue,
): BreadcrumbItem[] {
  return [...ancestors, account].map(({ id, name }) => ({ id: issue('account', id), name }))
}

/** The view of an account. */
export function toDraft(doc: AccountDoc, granted: KazooId<'account'>, issue: Issue): AccountDraft {
  return {
    id: issue('account', doc.id),
    name: doc.name,
    realm: doc.realm,
    timezone: doc.timezone,
    text: formText(ACCOUNT_FIELDS, doc),
    enabled: doc.enabled,
    granted: doc.id.equals(granted),
    reseller: doc.reseller,
    createdAt: doc.createdAt?.toISOString() ?? null,
  }
}
