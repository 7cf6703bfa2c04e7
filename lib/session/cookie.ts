// Reads and writes the session cookie: an iron seal around an opaque session id, and nothing else
// (docs/security.md row 13).
import 'server-only'
import { randomBytes } from 'node:crypto'
import { getIronSession, type SessionOptions } from 'iron-session'
import { cookies, headers } from 'next/headers'
import { env } from '../env.ts'
import { cookiePasswords } from './seal-ring.ts'

const ID = /^[A-Za-z0-9_-]{43}$/

/** Version, key number, salt, nonce, ciphertext, expiry, salt, MAC, then the version of iron-session. */
const SEAL = /^Fe26\.2\*\d+\*[0-9a-f]+\*[\w-]+\*[\w-]+\*\d*\*[0-9a-f]+\*[\w-]+~2$/

/**
 * The cookie's name: with the `__Host-` prefix over https, without it over plain http, which env allows on
 * localhost only.
 */
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
    // The server ends sessions. The seal lasts longer, so that the next session can take over the proxy ids.
    ttl: Math.ceil(env().sessionMs / 1000) * 2,
    cookieOptions: { httpOnly: true, secure: secure(), sameSite: 'lax', path: '/', maxAge: undefined },
  }
}

async function cookieSession() {
  return getIronSession<{ id?: string; pending?: string }>(await cookies(), options())
}

/**
 * The session id in the browser's cookie. Null: no cookie, a tampered one, or two of that name (which is an
 * attack).
 */
export async function presentedId(): Promise<string | null> {
  return idInCookie('id')
}

/** The id of the sign-in that waits for its second step in this browser, by the same rules. */
export async function presentedPending(): Promise<string | null> {
  return idInCookie('pending')
}

async function idInCookie(field: 'id' | 'pending'): Promise<string | null> {
  if (!(await isPresentedOnce(cookieName()))) return null
  const { [field]: id } = await cookieSession()
  return typeof id === 'string' && ID.test(id) ? id : null
}

/**
 * Whether the browser sends exactly one cookie of this name, and all of it is a seal: iron's MAC does not
 * cover what follows it, and iron-session would accept it.
 */
export async function isPresentedOnce(name: string): Promise<boolean> {
  const raw = (await headers()).get('cookie') ?? ''
  const pairs = raw.split(';').map((pair) => pair.replace(/^[ \t]+|[ \t]+$/g, ''))
  const [pair, ...more] = pairs.filter((each) => each.startsWith(`${name}=`))
  return pair !== undefined && more.length === 0 && SEAL.test(pair.slice(name.length + 1))
}

/**
 * Gives the browser a new random session id of 256 bits in place of the old one. Call only in a server
 * action.
 */
export async function renewCookie(): Promise<string> {
  const session = await cookieSession()
  session.id = randomBytes(32).toString('base64url')
  // A signed-in browser has no pending sign-in.
  delete session.pending
  await session.save()
  return session.id
}

/**
 * Gives the browser a new random id for a pending sign-in; a session that it has stays. Call only in a server
 * action.
 */
export async function renewPendingCookie(): Promise<string> {
  const id = await presentedId()
  const session = await cookieSession()
  if (id === null) delete session.id
  session.pending = randomBytes(32).toString('base64url')
  await session.save()
  return session.pending
}

/** Removes the cookie. Call only in a server action. */
export async function clearCookie(): Promise<void> {
  const session = await cookieSession()
  session.destroy()
}
