// A mutation must come from a page of ours: Next lets a POST without Origin pass, we do not (security.md row 10).
import 'server-only'
import { headers } from 'next/headers'
import { env } from '../env.ts'
import { Forbidden } from '../errors.ts'

/** @throws Forbidden unless `Origin` is exactly our own and the browser says the request is same-origin. */
export async function requireSameOrigin(): Promise<void> {
  const sent = await headers()
  if (sent.get('origin') !== env().portalOrigin || sent.get('sec-fetch-site') !== 'same-origin') {
    throw new Forbidden('said.foreign')
  }
}
