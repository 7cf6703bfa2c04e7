// What somebody typed as their account: its number, its realm or its name, as Kazoo is asked for it.
import 'server-only'
import type { AccountNamed } from '../../kazoo/auth.ts'

const NUMBER = /^\+?\d{6,20}$/
const REALM = /^(?=.{4,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/

/** A number or a realm is a name too: what Kazoo does not find as the one it looks for as the other. */
export function accountTyped(typed: string): AccountNamed {
  const name = typed.slice(0, 128)
  const number = typed.replaceAll(/[\s()./-]/g, '')
  if (NUMBER.test(number)) return { number, name }
  const realm = typed.toLowerCase()
  return REALM.test(realm) ? { realm, name } : { name }
}

/** A name as Kazoo compares it: lower-case letters and digits alone (crossbar.md 25.2). */
export function normalName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
