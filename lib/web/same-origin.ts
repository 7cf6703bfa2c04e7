// A mutation must come from a page of ours: Next lets a POST without Origin pass, we do not (docs/security.md
// row 10).
import 'server-only'
import { headers } from 'next/headers'
import { currentSite, siteOf } from '../domain/site.ts'
import { Forbidden } from '../errors.ts'
import { currentRequest } from '../session/request.ts'

/**
 * @throws Forbidden unless `Origin` is exactly that of the site that is asked, and the browser says the
 * request is same-origin.
 */
export async function requireSameOrigin(): Promise<void> {
  const sent = await headers()
  const site = await siteOf(currentRequest().host)
  if (site === null || sent.get('origin') !== site.origin || sent.get('sec-fetch-site') !== 'same-origin') {
    throw new Forbidden('messages.foreign')
  }
}

/**
 * The origin of the request under way, such as https://portal.example.com. @throws NotFound where it is none
 * of ours; Unavailable
 */
export async function requestOrigin(): Promise<string> {
  return (await currentSite()).origin
}
