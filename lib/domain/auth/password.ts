// Portal passwords: their rule, and their Argon2id hashes. Nothing here tells by its time whether somebody
// exists.
import 'server-only'
import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { Rejected } from '../../errors.ts'
import { seal, unseal, type Sealed } from '../../sealed.ts'
import { Turns } from '../../turns.ts'
import type { LocalizedMessage } from '../../i18n/message-key.ts'
import { isWellKnown } from './well-known-passwords.ts'

/** An Argon2id hash in PHC form: it is not the password, but it lets one try. */
export type PasswordHash = Sealed<'password hash'>

/** A password that has passed `requireGoodPassword`: only such a one can be hashed, and so be stored. */
export type AcceptedPassword = Sealed<'accepted password'>
/**
 * Whose password it is to be. All of it has to be said, so that no place asks less than another; `company` is
 * the tenant's name.
 */
export type PasswordOwner = { name: string; email: string; company: string }

/**
 * Characters, not bytes; the upper end is only there so that nobody makes us hash a book (ASVS 5.0 6.2.1,
 * 6.2.9).
 */
const SHORTEST = 12
const LONGEST = 256
/** What a reseller gives a user of Kazoo, who mostly chooses another at once. */
export const SHORTEST_GIVEN = 8
// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. Algorithm 2 is Argon2id.
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
// The hash of 32 random bytes that nobody kept, made at COST: what a password is tried against when there is
// nobody.
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$t+JMHODrnxbjBL/lcYKimw$JGoMwltAzeh30sbzphrTRDFXbz+Zcj44qeu/qwIw0zI'

/**
 * Hashing keeps a processor busy for some 30 ms, on one of the four threads that Node has for all that
 * (`UV_THREADPOOL_SIZE`). Two stay free: signing in at Postgres and looking up names need one too, and would
 * wait behind every password of a burst.
 */
const AT_ONCE = Math.max(
  1,
  Math.min(availableParallelism(), Number(process.env['UV_THREADPOOL_SIZE'] ?? 4) - 2),
)
/** So many may wait for their turn, in the order in which they came, each so long, in ms. */
const turns = new Turns(AT_ONCE, 500)
const TURN_MS = 20_000

/**
 * Nobody may hold a connection, or anything else that others wait for, while this waits. @throws Rejected
 * when too many wait
 */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (!(await turns.take(TURN_MS))) throw new Rejected({}, 'messages.busy')
  try {
    return await work()
  } finally {
    turns.give()
  }
}

/** The hash to store for `password`, at 19 MiB and two passes. */
export async function hashPassword(password: AcceptedPassword): Promise<PasswordHash> {
  return seal<'password hash'>(await inTurn(() => hash(normal(password), COST)))
}

/**
 * Whether `password` is the one that was hashed. With a null hash (nobody of that name, or no password set)
 * the same work is done and the answer is false. Longer than the rule allows is never right, and costs the
 * same too.
 */
export async function verifyPassword(
  stored: PasswordHash | null,
  password: Sealed<'password'>,
): Promise<boolean> {
  const text = normal(password)
  const fits = text.length <= LONGEST * 4
  const right = await inTurn(() => verify(stored === null ? NOBODY : unseal(stored), fits ? text : ''))
  return right && fits && stored !== null
}

/**
 * What is wrong with a password that somebody wants to set, or null: `shortest` to 256 characters of any
 * kind, not well known, and without their own name, e-mail address or company in it (ASVS 5.0 6.2.1 to
 * 6.2.11).
 */
export function passwordFault(
  password: Sealed<'password'>,
  whose: PasswordOwner,
  shortest = SHORTEST,
): LocalizedMessage | null {
  const text = normal(password)
  const characters = Array.from(text).length
  if (characters < shortest) return { key: 'messages.password.short', values: { least: shortest } }
  if (characters > LONGEST) return { key: 'messages.password.long', values: { most: LONGEST } }
  if (isWellKnown(text)) return 'messages.password.known'
  return ownWords(whose).some((word) => text.toLowerCase().includes(word)) ? 'messages.password.own' : null
}

/**
 * The password, where nothing is wrong with it. `shortest`, in characters. @throws Rejected at `field` where
 * something is
 */
export function requireGoodPassword(
  password: Sealed<'password'>,
  whose: PasswordOwner,
  { field = 'password', shortest = SHORTEST }: { field?: 'password' | 'newPassword'; shortest?: number } = {},
): AcceptedPassword {
  const fault = passwordFault(password, whose, shortest)
  if (fault !== null) throw new Rejected({ [field]: fault })
  return seal<'accepted password'>(unseal(password))
}

/** One spelling for what looks alike, so that another keyboard types the same password. */
function normal(password: Sealed<'password'> | AcceptedPassword): string {
  return unseal(password).normalize('NFKC')
}

function ownWords({ name, email, company: own }: PasswordOwner) {
  const [mailbox = '', domain = ''] = email.toLowerCase().split('@')
  const [company = ''] = domain.split('.')
  const whole = [name, own].map((each) => each.replaceAll(/\s/g, ''))
  const words = [mailbox, company, ...whole, ...`${name} ${own}`.split(/\s+/)]
  // Short ones would forbid too much: a person called Li must not lose every password with "li" in it.
  return words.map((word) => word.normalize('NFKC').toLowerCase()).filter((word) => word.length >= 4)
}
