// Receives mailed links: nothing is used up, and the token leaves the address before any page shows
// (docs/security.md row 17).
import 'server-only'
import { peekLink } from '../domain/auth/link.ts'
import { linkToken } from '../domain/auth/link-token.ts'
import { Unavailable } from '../errors.ts'
import { log } from '../log.ts'
import { currentRequest } from '../session/request.ts'
import { setLinkCookie, type LinkPage } from './link-cookie.ts'
import { requestOrigin } from './same-origin.ts'
import { translate } from './translate.ts'

/** The longest id of a recovery link of Kazoo. */
const LONGEST_ID = 250

/**
 * Redirects to the page of the link, with its token in a sealed cookie. A link that is no longer valid, or
 * never was, leads in the same way to the page that says so.
 */
export async function openLink(text: string): Promise<Response> {
  try {
    const token = linkToken(text)
    const peeked = token === null ? null : await peekLink(token, await requestOrigin())
    const page: LinkPage = peeked?.link.purpose === 'e-mail change' ? '/confirm-email' : '/set-password'
    await setLinkCookie(page, token === null ? '' : text)
    return new Response(null, { status: 303, headers: { Location: page } })
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    const { reference } = currentRequest()
    log.warn('a link could not be looked at', { error, reference })
    return new Response(`${await translate(error.userMessage)}\n${reference}\n`, {
      status: 503,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    })
  }
}

/**
 * The same for the link of Kazoo's recovery mail, whose id begins with the account's: nothing checks yet
 * whether it is valid.
 */
export async function openReset(request: Request): Promise<Response> {
  const id = new URL(request.url).searchParams.get('recovery') ?? ''
  await setLinkCookie('/recover/password', id.length > LONGEST_ID ? '' : id)
  return new Response(null, { status: 303, headers: { Location: '/recover/password' } })
}
