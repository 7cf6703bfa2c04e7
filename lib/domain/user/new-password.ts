// Makes up a password that can be read out over the telephone, and shows it to the one who asked, once.
import 'server-only'
import { randomInt } from 'node:crypto'
import type { Password } from '../../kazoo/ids.ts'
import { seal } from '../../sealed.ts'
import { reveal } from '../secret.ts'

/** Nothing that is mistaken for something else: no i, l, o, 0 or 1. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 4
const GROUP = 4

/** The password to set: the typed one, or one of ours (79 bits) with its text for the reply to this one request. */
export function passwordOr(typed: Password | null): { password: Password; shown: string | null } {
  if (typed !== null) return { password: typed, shown: null }
  const password = seal<'password'>(Array.from({ length: GROUPS }, group).join('-'))
  return { password, shown: reveal(password) }
}

function group(): string {
  return Array.from({ length: GROUP }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')
}
