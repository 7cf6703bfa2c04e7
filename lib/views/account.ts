// What a browser may know of an account.
import type { Answer, FormState } from './form.ts'
import type { ProxyId } from './ids.ts'

/** One row of the tree. `below` counts every account under it, as Kazoo last counted them. */
export type AccountRow = { id: ProxyId<'account'>; name: string; realm: string; below: number }

/** Some children of an account, in the order of their names. `next` asks for more. */
export type AccountBranch = { rows: AccountRow[]; next: ProxyId<'cursor'> | null }

/** Read action of the tree: the children of `parent`, from the start or after a cursor. */
export type ListBranch = (parent: string, after: string | null) => Promise<Answer<AccountBranch>>

/** A step of the way down from the granted account; `id` is null for the last, which is the page itself. */
export type BreadcrumbItem = { id: ProxyId<'account'>; name: string }

/** An account as its page shows it and its form edits it. `granted`: the account of the tenant itself. */
export type AccountDraft = {
  id: ProxyId<'account'>
  name: string
  realm: string
  timezone: string
  enabled: boolean
  granted: boolean
  reseller: boolean
  createdAt: string | null
}

/** From the granted account down to this one, itself included and last. */
export type AccountPageData = { account: AccountDraft; breadcrumbs: BreadcrumbItem[] }

export type AccountField = 'account' | 'name' | 'realm' | 'timezone' | 'enabled' | 'initialValues'
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

/** What is being done while an account is created: the account itself, a look whether Kazoo has it, its first admin. */
export type CreationStep = 'account' | 'look' | 'admin'

/** One line of what is told while an account is created; the last one has `state`, and `path` where there is an account to show. */
export type CreationLine = {
  step: CreationStep | null
  state: FormState<NewAccountField> | null
  path: `/accounts/${string}` | null
}

/** Whether Kazoo keeps accounts that are created below one: `lost` is as sure as can be known before it is tried. */
export type AccountsKept = 'kept' | 'lost' | 'unknown'

/** The fields of the edit form as text, as the form posts them: `enabled` is `on` or empty. */
export const EDITABLE_ACCOUNT = ['name', 'realm', 'timezone', 'enabled'] as const
export type AccountText = Record<(typeof EDITABLE_ACCOUNT)[number], string>

/** A draft as the text of its form. */
export function accountText({
  name,
  realm,
  timezone,
  enabled,
}: Pick<AccountDraft, keyof AccountText>): AccountText {
  return { name, realm, timezone, enabled: enabled ? 'on' : '' }
}
