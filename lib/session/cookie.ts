// The one cookie: an iron seal around an opaque session id, and nothing else (docs/security.md row 13).
import 'server-only'
import { randomBytes } from 'node:crypto'
import { getIronSession, type SessionOptions } from 'iron-session'
import { cookies, headers } from 'next/headers'
import { env } from '../env.ts'
import { cookiePasswords } from './seal-ring.ts'

const ID = /^[A-Za-z0-9_-]{43}$/

/** Version, key number, salt, nonce, text, end, salt, MAC; behind them the version of iron-session. */
const WHOLE_SEAL = /^Fe26\.2\*\d+\*[0-9a-f]+\*[\w-]+\*[\w-]+\*\d*\*[0-9a-f]+\*[\w-]+~2$/

/** Over https the name carries the `__Host-` prefix; over plain http, which env allows on localhost only, it cannot. */
export function cookieName(): string {
  return secure() ? '__Host-portal' : 'portal'
}

function secure(): boolean {
  return env().portalOrigin.startsWith('https:')
}

function options(): SessionOptions {
  return {
    cookieName: cookieName(),
    password: cookiePasswords(),
    // The server ends sessions; the seal only has to outlive them long enough that a returning person's ids are found again.
    ttl: Math.ceil(env().sessionMs / 1000) * 2,
    cookieOptions: { httpOnly: true, secure: secure(), sameSite: 'lax', path: '/', maxAge: undefined },
  }
}

async function sealed() {
  return getIronSession<{ id?: string; pending?: string }>(await cookies(), options())
}

/** The session id the browser presents, or null: none, tampered, or sent twice (two cookies of our name are an attack, not a choice). */
export async function presentedId(): Promise<string | null> {
  return presented('id')
}

/** The id of the sign-in that waits in this browser, by the same rules. */
export async function presentedPending(): Promise<string | null> {
  return presented('pending')
}

async function presented(what: 'id' | 'pending'): Promise<string | null> {
  if (!(await isPresentedOnce(cookieName()))) return null
  const { [what]: id } = await sealed()
  return typeof id === 'string' && ID.test(id) ? id : null
}

/**
 * Whether the browser sends one cookie of this name, and it is a seal from its first letter to its last: iron's MAC does not cover what stands
 * behind it, and iron-session would open it all the same.
 */
export async function isPresentedOnce(name: string): Promise<boolean> {
  const raw = (await headers()).get('cookie') ?? ''
  const pairs = raw.split(';').map((pair) => pair.replace(/^[ \t]+|[ \t]+$/g, ''))
  const [pair, ...more] = pairs.filter((each) => each.startsWith(`${name}=`))
  return pair !== undefined && more.length === 0 && WHOLE_SEAL.test(pair.slice(name.length + 1))
}

/** Gives the browser a new random id of 256 bits; the old one is forgotten. Only in an action. */
export async function renewCookie(): Promise<string> {
  const session = await sealed()
  session.id = randomBytes(32).toString('base64url')
  // Whoever is in does not wait any more.
  delete session.pending
  await session.save()
  return session.id
}

/** Gives the browser a new random id for a sign-in that waits; a session it may be in stays. Only in an action. */
export async function renewPendingCookie(): Promise<string> {
  const id = await presentedId()
  const session = await sealed()
  if (id === null) delete session.id
  session.pending = randomBytes(32).toString('base64url')
  await session.save()
  return session.pending
}

/** Takes the cookie away. Only in an action. */
export async function clearCookie(): Promise<void> {
  const session = await sealed()
  session.destroy()
}
