// Checks and hashes portal passwords (Argon2id). Response times do not reveal whether a member exists.
import 'server-only'
import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { Rejected } from '../../errors.ts'
import { seal, unseal, type Sealed } from '../../sealed.ts'
import { Semaphore } from '../../semaphore.ts'
import type { LocalizedMessage } from '../../i18n/message-key.ts'
import { isWellKnown } from './well-known-passwords.ts'

/** An Argon2id hash in PHC form. Secret, because it allows offline guessing. */
export type PasswordHash = Sealed<'password hash'>

/** A password that `requireGoodPassword` accepted: only such a password can be hashed and stored. */
export type AcceptedPassword = Sealed<'accepted password'>
/**
 * The owner of the password. Every field is required, so that each form applies the same rule; `company` is
 * the tenant's name.
 */
export type PasswordOwner = { name: string; email: string; company: string }

/** In characters, not bytes; the upper limit bounds the work of hashing (ASVS 5.0 6.2.1, 6.2.9). */
const SHORTEST = 12
const LONGEST = 256
/**
 * The minimum for passwords that a reseller sets for a Kazoo user, in characters; most users choose another
 * at once.
 */
export const SHORTEST_KAZOO_PASSWORD = 8
// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. Algorithm 2 is Argon2id.
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
// The hash of 32 random bytes that were thrown away, made at COST: verified against when there is no member.
const DUMMY_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$t+JMHODrnxbjBL/lcYKimw$JGoMwltAzeh30sbzphrTRDFXbz+Zcj44qeu/qwIw0zI'

/**
 * Hashing occupies a processor for some 30 ms, on one of Node's four pool threads (`UV_THREADPOOL_SIZE`). Two
 * stay free for Postgres sign-in and DNS, which would otherwise wait behind a burst of passwords.
 */
const AT_ONCE = Math.max(
  1,
  Math.min(availableParallelism(), Number(process.env['UV_THREADPOOL_SIZE'] ?? 4) - 2),
)
/** How many may wait for their turn, in order, and how long, in ms. */
const turns = new Semaphore(AT_ONCE, 500)
const TURN_MS = 20_000

/**
 * Callers must not hold a connection, or any other shared resource, while this waits.
 * @throws Rejected when too many wait
 */
async function limitConcurrency<T>(work: () => Promise<T>): Promise<T> {
  if (!(await turns.acquire(TURN_MS))) throw new Rejected({}, 'messages.busy')
  try {
    return await work()
  } finally {
    turns.release()
  }
}

/**
 * The hash to store for `password`, at 19 MiB and two passes.
 * @throws Rejected when too many wait
 */
export async function hashPassword(password: AcceptedPassword): Promise<PasswordHash> {
  return seal<'password hash'>(await limitConcurrency(() => hash(normal(password), COST)))
}

/**
 * Whether `password` matches the hash. With a null hash (no such member, or no password set) it does the same
 * work and returns false. A password beyond the length limit never matches, at the same cost.
 * @throws Rejected when too many wait
 */
export async function verifyPassword(
  stored: PasswordHash | null,
  password: Sealed<'password'>,
): Promise<boolean> {
  const text = normal(password)
  const fits = text.length <= LONGEST * 4
  const matches = await limitConcurrency(() =>
    verify(stored === null ? DUMMY_HASH : unseal(stored), fits ? text : ''),
  )
  return matches && fits && stored !== null
}

/**
 * What is wrong with a new password, or null: `shortest` to 256 characters of any kind, not well known, and
 * without the owner's name, e-mail address or company (ASVS 5.0 6.2.1 to 6.2.11).
 */
export function passwordFault(
  password: Sealed<'password'>,
  owner: PasswordOwner,
  shortest = SHORTEST,
): LocalizedMessage | null {
  const text = normal(password)
  const characters = Array.from(text).length
  if (characters < shortest) return { key: 'messages.password.short', values: { least: shortest } }
  if (characters > LONGEST) return { key: 'messages.password.long', values: { most: LONGEST } }
  if (isWellKnown(text)) return 'messages.password.known'
  return ownWords(owner).some((word) => text.toLowerCase().includes(word)) ? 'messages.password.own' : null
}

/**
 * The password, if the rule accepts it. `shortest`, in characters.
 * @throws Rejected at `field`
 */
export function requireGoodPassword(
  password: Sealed<'password'>,
  owner: PasswordOwner,
  { field = 'password', shortest = SHORTEST }: { field?: 'password' | 'newPassword'; shortest?: number } = {},
): AcceptedPassword {
  const fault = passwordFault(password, owner, shortest)
  if (fault !== null) throw new Rejected({ [field]: fault })
  return seal<'accepted password'>(unseal(password))
}

/** One Unicode form for equal-looking text, so that every keyboard types the same password. */
function normal(password: Sealed<'password'> | AcceptedPassword): string {
  return unseal(password).normalize('NFKC')
}

function ownWords({ name, email, company: own }: PasswordOwner) {
  const [mailbox = '', domain = ''] = email.toLowerCase().split('@')
  const [company = ''] = domain.split('.')
  const joined = [name, own].map((each) => each.replaceAll(/\s/g, ''))
  const words = [mailbox, company, ...joined, ...`${name} ${own}`.split(/\s+/)]
  // Short words would forbid too much: a user called Li could not use any password with "li" in it.
  return words.map((word) => word.normalize('NFKC').toLowerCase()).filter((word) => word.length >= 4)
}
