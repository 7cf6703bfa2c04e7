// Where the link of Kazoo's recovery mail arrives: its id, which begins with the account's, leaves the address before any page shows.
import 'server-only'
import { setLinkCookie } from './link-cookie.ts'

/** As long as an id can be; what is longer is none. */
const LONGEST = 250

/** Sends the browser on, with the id in a sealed cookie. Nothing is used up, and nobody is asked whether it is good. */
export async function openReset(request: Request): Promise<Response> {
  const id = new URL(request.url).searchParams.get('recovery') ?? ''
  await setLinkCookie('/recover/password', id.length > LONGEST ? '' : id)
  return new Response(null, { status: 303, headers: { Location: '/recover/password' } })
}
