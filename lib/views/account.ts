// The view types of an account.
import type { AccountText } from './account-fields.ts'
import type { Answer, FormState } from './form.ts'
import type { ProxyId } from './ids.ts'
import type { Unopenable } from './list.ts'

/**
 * One row of the tree. `below` counts every account under it, as Kazoo last counted them; null where it has
 * not. `name` and `realm` may be empty.
 */
export type AccountRow = { id: ProxyId<'account'>; name: string; realm: string; below: number | null }

/** Some children of an account, in the order of their names. `next` is the cursor for more. */
export type AccountBranch = { rows: AccountRow[]; unopenable: Unopenable; next: ProxyId<'cursor'> | null }

/**
 * Accounts whose parent no longer exists: some of them, and how many `more` there are. `checked`: how many
 * accounts were looked at, where that is not all.
 */
export type Orphans = { rows: AccountRow[]; more: number; checked: number | null }

/** Read action of the tree: the children of `parent`, from the start or after a cursor. */
export type ListBranch = (parent: string, after: string | null) => Promise<Answer<AccountBranch>>

/** A breadcrumb below the granted account; the last one is the page itself. The name may be empty. */
export type BreadcrumbItem = { id: ProxyId<'account'>; name: string }

/**
 * An account as its page shows it and its form (`text`) edits it. `granted`: the tenant's own account.
 */
export type AccountDraft = {
  id: ProxyId<'account'>
  text: AccountText
  name: string
  realm: string
  timezone: string
  enabled: boolean
  granted: boolean
  reseller: boolean
  createdAt: string | null
}

/** The breadcrumbs lead from the granted account down to this one, which is the last. */
export type AccountPageData = { account: AccountDraft; breadcrumbs: BreadcrumbItem[] }

export type NewAccountField =
  | 'parent'
  | 'name'
  | 'realm'
  | 'timezone'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'username'
  | 'password'
  | 'created'
  | 'unconfirmed'
  | 'notKept'

/** A step of creating an account: the account itself, a search for it in Kazoo, its first admin. */
export type CreationStep = 'account' | 'look' | 'admin'

/**
 * One line of the progress while an account is created; the last one has `state`, and `path` where there is
 * an account to show.
 */
export type CreationLine = {
  step: CreationStep | null
  state: FormState<NewAccountField> | null
  path: `/accounts/${string}` | null
}

/**
 * Whether Kazoo keeps accounts that are created below one; `lost` is as certain as possible without trying.
 */
export type AccountsKept = 'kept' | 'lost' | 'unknown'
