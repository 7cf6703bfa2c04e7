// Reads realms: which ones telephones can use, and how Kazoo looks one up.
import { isHostName } from './host-name.ts'

/** What Kazoo takes where it looks up an account by its realm (docs/kazoo.md sections 5.2 and 9.2). */
const REALM = /^[\w.-]{4,253}$/

/**
 * Whether telephones can register at `typed` as the realm of an account: a dotted name that does not resolve
 * to the telephone itself (RFC 6761 section 6.3). Asked where a realm is set; an existing one stays as it is.
 */
export function isPhoneRealm(typed: string): boolean {
  return isHostName(typed) && !/\.localhost$/i.test(typed)
}

/**
 * The realm by which Kazoo finds an account, in lower case, or null if no account can have it. It need not
 * suit telephones: whatever exists can be looked up.
 */
export function realmToFind(typed: string): string | null {
  const realm = typed.trim().toLowerCase()
  return REALM.test(realm) ? realm : null
}

/** Whether both are the realm of the same account: Kazoo ignores case. */
export function isSameRealm(one: string | null, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase()
}
