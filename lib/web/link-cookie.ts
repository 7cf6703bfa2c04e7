// Carries the secret of a mailed link from the address to the page: sealed, for ten minutes, for that page
// only, and not readable by scripts.
import 'server-only'
import { getIronSession, type SessionOptions } from 'iron-session'
import { cookies } from 'next/headers'
import { linkToken, type LinkToken } from '../domain/auth/link-token.ts'
import { env } from '../env.ts'
import { isPresentedOnce } from '../session/cookie.ts'
import { cookiePasswords } from '../session/seal-ring.ts'

/** The pages that links lead to. */
export type LinkPage = '/set-password' | '/confirm-email' | '/recover/password'

const MINUTES = 10

/**
 * `__Host-` would mean every path; over plain http, which env allows on localhost only, there is no prefix.
 */
function cookieName(): string {
  return secure() ? '__Secure-link' : 'link'
}

function secure(): boolean {
  return env().portalOrigin.startsWith('https:')
}

function options(page: LinkPage): SessionOptions {
  return {
    cookieName: cookieName(),
    password: cookiePasswords(),
    ttl: MINUTES * 60,
    // Lax: the browser comes from a mail, and must send it to the page that it is redirected to.
    cookieOptions: { httpOnly: true, secure: secure(), sameSite: 'lax', path: page, maxAge: MINUTES * 60 },
  }
}

/** Gives the browser the token for that page. Only in a route or an action. */
export async function setLinkCookie(page: LinkPage, token: string): Promise<void> {
  const cookie = await getIronSession<{ token?: string }>(await cookies(), options(page))
  cookie.token = token
  await cookie.save()
}

/** The token that the browser sends to that page, or null: none, expired, tampered with, or two of them. */
export async function linkInCookie(page: LinkPage): Promise<LinkToken | null> {
  const token = await textInLinkCookie(page)
  return token === null ? null : linkToken(token)
}

/** The same for a link that is not ours: the caller checks its form. */
export async function textInLinkCookie(page: LinkPage): Promise<string | null> {
  if (!(await isPresentedOnce(cookieName()))) return null
  const { token } = await getIronSession<{ token?: string }>(await cookies(), options(page))
  return typeof token === 'string' ? token : null
}

/** Removes it after it was used. Only in an action. */
export async function clearLinkCookie(page: LinkPage): Promise<void> {
  const cookie = await getIronSession<{ token?: string }>(await cookies(), options(page))
  cookie.destroy()
}
