// The permission table as literals, written by hand and independent of lib/domain/permission.ts
// (docs/security.md row 26).
import { ROLES, type CustomerRole, type Role, type Verb } from '../lib/views/viewer.ts'
import type { SessionRights } from '../lib/domain/permission.ts'

/**
 * One row per verb, one letter per cell, `-` where it is refused. First without impersonation: owner, admin,
 * support, viewer, customer admin, customer user. Then the four team roles while impersonating: read-only as
 * an admin, read-only as a user, with changes as an admin, with changes as a user.
 */
export const PERMITTED: Readonly<Record<Verb, string>> = {
  'account.read': 'oasvA- | oasv ---- | oasv ----',
  'account.create': 'oa---- | ---- ---- | ---- ----',
  'account.edit': 'oa---- | ---- ---- | ---- ----',
  'device.read': 'oasvA- | oasv ---- | oasv ----',
  'device.create': 'oas-A- | ---- ---- | oas- ----',
  'device.edit': 'oas-A- | ---- ---- | oas- ----',
  'device.remove': 'oa--A- | ---- ---- | oa-- ----',
  'device.reboot': 'oas-A- | ---- ---- | oas- ----',
  'device.reveal': 'oa--A- | ---- ---- | ---- ----',
  'user.read': 'oasvA- | oasv ---- | oasv ----',
  'user.create': 'oas-A- | ---- ---- | ---- ----',
  'user.edit': 'oas-A- | ---- ---- | oas- ----',
  'user.password': 'oas-A- | ---- ---- | ---- ----',
  'user.remove': 'oa--A- | ---- ---- | oa-- ----',
  'user.role': 'oa--A- | ---- ---- | oa-- ----',
  'connection.read': 'oasv-- | ---- ---- | ---- ----',
  'connection.edit': 'o----- | ---- ---- | ---- ----',
  'connection.export': 'o----- | ---- ---- | ---- ----',
  'connection.remove': 'o----- | ---- ---- | ---- ----',
  'connection.signOn': 'o----- | ---- ---- | ---- ----',
  'member.list': 'oasv-- | ---- ---- | ---- ----',
  'member.invite': 'oa---- | ---- ---- | ---- ----',
  'member.edit': 'oa---- | ---- ---- | ---- ----',
  'member.suspend': 'oa---- | ---- ---- | ---- ----',
  'member.remove': 'oa---- | ---- ---- | ---- ----',
  'brand.read': 'oasv-- | ---- ---- | ---- ----',
  'brand.edit': 'oa---- | ---- ---- | ---- ----',
  'audit.read': 'oa---- | ---- ---- | ---- ----',
  'audit.export': 'oa---- | ---- ---- | ---- ----',
  'audit.revert': 'oa---- | ---- ---- | ---- ----',
  'audit.settings': 'o----- | ---- ---- | ---- ----',
  'domain.read': 'oasv-- | ---- ---- | ---- ----',
  'domain.add': 'o----- | ---- ---- | ---- ----',
  'domain.edit': 'o----- | ---- ---- | ---- ----',
  'domain.remove': 'o----- | ---- ---- | ---- ----',
  'profile.edit': 'oasv-- | ---- ---- | ---- ----',
  'profile.password': 'oasv-- | ---- ---- | ---- ----',
  'profile.factors': 'oasv-- | ---- ---- | ---- ----',
  'profile.sessions': 'oasv-- | ---- ---- | ---- ----',
  'selfService.read': '----AU | oasv oasv | oasv oasv',
  'selfService.forward': '----AU | ---- ---- | oasv oasv',
  'selfService.voicemail': '----AU | ---- ---- | oasv oasv',
  'selfService.password': '----AU | ---- ---- | ---- ----',
  'impersonation.start': 'oas--- | ---- ---- | ---- ----',
  'impersonation.change': 'oas--- | ---- ---- | ---- ----',
  'impersonation.end': 'o----- | ---- ---- | ---- ----',
}

/** A column of the table: a role, and the impersonated role. `at` is the index of its letter in a row. */
export type Column = { at: number; letter: string; rights: TestRights }
export type TestRights = {
  role: Role | CustomerRole
  impersonating: { role: Role; changes: boolean } | null
}

const LETTERS: Readonly<Record<Role | CustomerRole, string>> = {
  owner: 'o',
  admin: 'a',
  support: 's',
  viewer: 'v',
  accountAdmin: 'A',
  accountUser: 'U',
}

const ownRole = (role: Role | CustomerRole, at: number): Column => ({
  at,
  letter: LETTERS[role],
  rights: { role, impersonating: null },
})

const impersonatingRoles = (from: number, role: CustomerRole, changes: boolean): Column[] =>
  ROLES.map((member, at) => ({
    at: from + at,
    letter: LETTERS[member],
    rights: { role, impersonating: { role: member, changes } },
  }))

/** Every column, in the order of the rows. */
export const COLUMNS: readonly Column[] = [
  ...ROLES.map(ownRole),
  ownRole('accountAdmin', 4),
  ownRole('accountUser', 5),
  ...impersonatingRoles(9, 'accountAdmin', false),
  ...impersonatingRoles(14, 'accountUser', false),
  ...impersonatingRoles(21, 'accountAdmin', true),
  ...impersonatingRoles(26, 'accountUser', true),
]

const EMPTY = '------ | ---- ---- | ---- ----'

/** The row in which exactly these columns are permitted. */
export function rowOf(permitted: readonly Column[]): string {
  const letters = new Map(permitted.map(({ at, letter }) => [at, letter]))
  return EMPTY.replaceAll(/./g, (cell, at: number) => letters.get(at) ?? cell)
}

/** Whether the table permits a verb to a column. */
export const permits = (verb: Verb, { at }: Column): boolean => PERMITTED[verb][at] !== '-'

/** The column of a session with these rights. */
export function columnOf({ role, impersonation }: SessionRights): Column {
  const found = COLUMNS.find(
    ({ rights: { role: own, impersonating } }) =>
      own === role &&
      impersonating?.role === impersonation?.role &&
      impersonating?.changes === impersonation?.changes,
  )
  if (found === undefined) throw new Error(`there is no column for ${role}`)
  return found
}

/** The session rights of a column. */
export function rightsOf({ rights: { role, impersonating } }: Column): SessionRights {
  if (impersonating === null) return { role, impersonation: null }
  const impersonation = {
    ...impersonating,
    id: '6f0c1d3a-4c57-4a7e-9d55-0c3a3e0f7a10',
    memberLineage: '0f5e4c1b-1f0d-4a52-8f0e-51a6f3d1c9b2',
    targetName: role === 'accountUser' ? 'Ursula User' : null,
    account: 'Customer',
    reason: 'They asked',
    ticket: null,
    native: false,
    startPath: '/',
    memberEndsAt: Date.now() + 3_600_000,
  }
  return { role, impersonation }
}

/** The messages of refusals by role or impersonation. */
export const REFUSALS: ReadonlySet<unknown> = new Set([
  'messages.role',
  'messages.customersOnly',
  'messages.teamOnly',
  'messages.accountAdminOnly',
  'messages.impersonation.role',
  'messages.impersonation.readOnly',
  'messages.impersonation.credentials',
])
