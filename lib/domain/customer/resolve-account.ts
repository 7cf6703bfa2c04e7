// Interprets the account field of the sign-in form: a number, a realm or a name, in the forms that Kazoo
// searches by.
import 'server-only'
import type { AccountSelector } from '../../kazoo/auth.ts'
import { readNumber } from '../../views/phone-number.ts'
import { realmToFind } from '../../views/realm.ts'

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

/** A name as Kazoo compares it: lower-case letters and digits only (docs/kazoo.md section 25.2). */
export function normalName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
