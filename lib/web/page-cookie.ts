// Carries one text to one page without showing it in an address: sealed, for some minutes, and not readable
// by scripts.
import 'server-only'
import { getIronSession, type SessionOptions } from 'iron-session'
import { cookies } from 'next/headers'
import { env } from '../env.ts'
import { isPresentedOnce } from '../session/cookie.ts'
import { cookiePasswords } from '../session/seal-ring.ts'

/** `path`: the only page that the browser sends it to. */
export type PageCookie = { name: string; path: string; minutes: number }

/**
 * `__Host-` would mean every path; over plain http, which env allows on localhost only, there is no prefix.
 */
function nameOf({ name }: PageCookie): string {
  return secure() ? `__Secure-${name}` : name
}

function secure(): boolean {
  return env().portalOrigin.startsWith('https:')
}

function options(cookie: PageCookie): SessionOptions {
  const { path, minutes } = cookie
  return {
    cookieName: nameOf(cookie),
    password: cookiePasswords(),
    ttl: minutes * 60,
    // Lax: the browser may come from a mail, and must send it to the page that it is redirected to.
    cookieOptions: { httpOnly: true, secure: secure(), sameSite: 'lax', path, maxAge: minutes * 60 },
  }
}

/** Gives the browser the text for that page. Only in a route or an action. */
export async function setPageCookie(cookie: PageCookie, text: string): Promise<void> {
  const session = await getIronSession<{ token?: string }>(await cookies(), options(cookie))
  session.token = text
  await session.save()
}

/** The text that the browser sends to that page, or null: none, expired, tampered with, or two of them. */
export async function textInPageCookie(cookie: PageCookie): Promise<string | null> {
  if (!(await isPresentedOnce(nameOf(cookie)))) return null
  const { token } = await getIronSession<{ token?: string }>(await cookies(), options(cookie))
  return typeof token === 'string' ? token : null
}

/** Removes it. Only in an action. */
export async function clearPageCookie(cookie: PageCookie): Promise<void> {
  const session = await getIronSession<{ token?: string }>(await cookies(), options(cookie))
  session.destroy()
}
