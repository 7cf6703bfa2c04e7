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
  const requestHeaders = await headers()
  const site = await siteOf(currentRequest().host)
  if (
    site === null ||
    requestHeaders.get('origin') !== site.origin ||
    requestHeaders.get('sec-fetch-site') !== 'same-origin'
  ) {
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
