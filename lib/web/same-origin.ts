// Requires that a mutation comes from a page of ours: Next accepts a POST without Origin, we do not
// (docs/security.md row 10).
import 'server-only'
import { headers } from 'next/headers'
import { currentSite, siteOf } from '../domain/site.ts'
import { Forbidden } from '../errors.ts'
import { currentRequest } from '../session/request.ts'

/**
 * @throws Forbidden unless `Origin` is exactly that of the requested site, and the browser says that the
 * request is same-origin
 */
export async function requireSameOrigin(): Promise<void> {
  const sent = await headers()
  const site = await siteOf(currentRequest().host)
  if (site === null || sent.get('origin') !== site.origin || sent.get('sec-fetch-site') !== 'same-origin') {
    throw new Forbidden('messages.foreign')
  }
}

/**
 * The origin of the current request, such as https://portal.example.com.
 * @throws NotFound where it is not ours; Unavailable
 */
export async function requestOrigin(): Promise<string> {
  return (await currentSite()).origin
}
