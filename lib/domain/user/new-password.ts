// Generates a password that can be read out over the telephone, and shows it once to the viewer who requested
// it.
import 'server-only'
import { randomInt } from 'node:crypto'
import type { Password } from '../../kazoo/ids.ts'
import { seal } from '../../sealed.ts'
import { requireGoodPassword, SHORTEST_KAZOO_PASSWORD, type PasswordOwner } from '../auth/password.ts'
import { reveal } from '../auth/reveal.ts'

/** No characters that are easily mistaken: no i, l, o, 0 or 1. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 4
const GROUP = 4

/**
 * The password to set for `owner`: the typed one, or a generated one (79 bits) with its text for this one
 * response.
 * @throws Rejected at `password` when the typed one is not good enough
 */
export function passwordOr(
  typed: Password | null,
  owner: PasswordOwner,
): { password: Password; shown: string | null } {
  if (typed !== null) {
    requireGoodPassword(typed, owner, { shortest: SHORTEST_KAZOO_PASSWORD })
    return { password: typed, shown: null }
  }
  const password = seal<'password'>(Array.from({ length: GROUPS }, group).join('-'))
  return { password, shown: reveal(password) }
}

function group(): string {
  return Array.from({ length: GROUP }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')
}
