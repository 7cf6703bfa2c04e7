// Reads `user@realm`, as many people type their username.
import { realmToFind } from './realm.ts'

/** The username and the realm of `user@realm`, or null for a text without a realm that Kazoo could have. */
export function userAtRealm(typed: string): { username: string; realm: string } | null {
  const at = typed.lastIndexOf('@')
  const realm = realmToFind(typed.slice(at + 1))
  return at < 1 || realm === null ? null : { username: typed.slice(0, at), realm }
}
