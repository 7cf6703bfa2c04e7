// Kazoo users with documented names and passwords, so that people and tests can sign in as them.
import type { Login } from '../store.ts'
import { hexFrom } from './dice.ts'
import type { AccountPlan } from './documents.ts'
import type { FixedPerson } from './site.ts'

/** A user of a world's cast: `at` names their account. */
export type Cast<Role extends string> = Omit<FixedPerson, 'id'> & { at: Role; privilege: string }

/**
 * A privilege that ends in "admin" is Kazoo's `priv_level` admin; one that begins with "disabled user" cannot
 * sign in.
 */
export function cast<Role extends string>(
  at: Role,
  privilege: string,
  username: string,
  password: string,
  name: string,
): Cast<Role> {
  const [first = '', last = ''] = name.split(' ')
  const admin = privilege.endsWith('admin')
  return { at, privilege, username, password, first, last, admin, enabled: privilege !== 'disabled user' }
}

/** The users of the cast in the account of that role. */
export function peopleAt<Role extends string>(
  seed: string,
  casts: readonly Cast<Role>[],
  role: Role | undefined,
): FixedPerson[] {
  return casts
    .filter(({ at }) => at === role)
    .map(({ username, password, first, last, admin, enabled }) => ({
      id: userId(seed, username),
      username,
      password,
      first,
      last,
      admin,
      enabled,
    }))
}

/** The whole cast, ready to sign in. */
export function loginsOf<Role extends string>(
  seed: string,
  casts: readonly Cast<Role>[],
  accountOf: (role: Role) => AccountPlan,
): Login[] {
  return casts.map(({ at, privilege, username, password }) => {
    const { id, name, realm, apiKey } = accountOf(at)
    return {
      accountId: id,
      accountName: name,
      realm,
      userId: userId(seed, username),
      username,
      password,
      privilege,
      apiKey,
    }
  })
}

function userId(seed: string, username: string): string {
  return hexFrom(seed, `person/${username}`, 32)
}
