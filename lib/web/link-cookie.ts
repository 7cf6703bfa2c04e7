// Carries the secret of a mailed link from the address to the page: sealed, for ten minutes, for that page
// only, and not readable by scripts.
import 'server-only'
import { linkToken, type LinkToken } from '../domain/auth/link-token.ts'
import { clearPageCookie, setPageCookie, textInPageCookie, type PageCookie } from './page-cookie.ts'

/** The pages that links lead to. */
export type LinkPage = '/set-password' | '/confirm-email' | '/recover/password'

const cookieOf = (page: LinkPage): PageCookie => ({ name: 'link', path: page, minutes: 10 })

/** Gives the browser the token for that page. Only in a route or an action. */
export async function setLinkCookie(page: LinkPage, token: string): Promise<void> {
  await setPageCookie(cookieOf(page), token)
}

/** The token that the browser sends to that page, or null: none, expired, tampered with, or two of them. */
export async function linkInCookie(page: LinkPage): Promise<LinkToken | null> {
  const token = await textInLinkCookie(page)
  return token === null ? null : linkToken(token)
}

/** The same for a link that is not ours: the caller checks its form. */
export async function textInLinkCookie(page: LinkPage): Promise<string | null> {
  return textInPageCookie(cookieOf(page))
}

/** Removes it after it was used. Only in an action. */
export async function clearLinkCookie(page: LinkPage): Promise<void> {
  await clearPageCookie(cookieOf(page))
}
