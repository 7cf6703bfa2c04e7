// What somebody typed as their account: its number, its realm or its name, as Kazoo is asked for it.
import 'server-only'
import type { AccountNamed } from '../../kazoo/auth.ts'

const NUMBER = /^\+?\d{6,20}$/
/** What may have been made a realm before there was a rule for new ones: who has one can sign in by it. */
const REALM = /^(?=.{2,253}$)[\w-]*(?:\.[\w-]*)+$/

/** A number or a realm is a name too: what Kazoo does not find as the one it looks for as the other. */
export function accountTyped(typed: string): AccountNamed {
  const name = typed.slice(0, 128)
  const number = typed.replaceAll(/[\s()./-]/g, '')
  const realm = typed.toLowerCase()
  return {
    ...(NUMBER.test(number) && { number }),
    ...(REALM.test(realm) && { realm }),
    name,
  }
}

/** A name as Kazoo compares it: lower-case letters and digits alone (docs/kazoo.md section 25.2). */
export function normalName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
