// Interprets account and username of the customers' forms: an account is a number, a realm or a name, in the
// forms that Kazoo searches by, and a username may have a realm behind it.
import 'server-only'
import { normalName } from '../../kazoo/account-search.ts'
import type { AccountSelector } from '../../kazoo/auth.ts'
import { readNumber } from '../../views/phone-number.ts'
import { realmToFind } from '../../views/realm.ts'
import { userAtRealm } from '../../views/user-at-realm.ts'

const NUMBER = /^\+?\d{6,20}$/

/**
 * The accounts that `typed` may mean, in the order to try. A number or a realm is also tried as a name, if
 * Kazoo does not find it as such. A realm without a dot looks like a name, and Kazoo would only find the
 * realm: so that no realm hides the account of that name, the name is tried alone too.
 */
export function accountSelectorsOf(typed: string): AccountSelector[] {
  const name = typed.slice(0, 128)
  const number = readNumber(typed)
  const realm = realmToFind(typed)
  const first = { ...(NUMBER.test(number) && { number }), ...(realm !== null && { realm }), name }
  return realm === null || realm.includes('.') ? [first] : [first, { name }]
}

/**
 * The account as Kazoo signs in to it: by its realm; by its name where it has none. An account with neither,
 * or whose name is empty to Kazoo and could be taken for another's, is not named: Kazoo refuses that.
 */
export function selectorOf({ name, realm }: { name: string; realm: string | null }): AccountSelector {
  if (realm !== null && realm !== '') return { realm }
  return normalName(name) === '' ? {} : { name }
}

/**
 * The same account field, filled from `user@realm` where it was left blank; empty where neither names one.
 */
export function accountTyped({ account, username }: { account: string; username: string }): string {
  return account === '' ? (userAtRealm(username)?.realm ?? '') : account
}

/** A username to try; `realm`: only in an account with this realm. */
export type Candidate = { username: string; realm: string | null }

/**
 * What the username field may mean, in the order to try: the whole text, because some usernames are e-mail
 * addresses, and the part before a realm. The realm has to be the account's: the account field wins.
 */
export function usernamesOf(typed: string): Candidate[] {
  const parts = userAtRealm(typed)
  return [{ username: typed, realm: null }, ...(parts === null ? [] : [parts])]
}

/**
 * The name under which the attempts on a user are counted. It does not depend on how the account was typed,
 * nor on a realm behind the username, so no other spelling gives new attempts. Users of other accounts of the
 * tenant with the same username share it: they are delayed together, and never refused.
 */
export function attemptsOn(tenant: string, username: string): string {
  return JSON.stringify(['customer', tenant, username.toLowerCase().split('@')[0]])
}
