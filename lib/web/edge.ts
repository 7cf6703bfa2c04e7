// Tells an edge whether a certificate is needed for a host. No other client learns which hosts exist
// (docs/security.md row 11).
import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { env } from '../env.ts'
import { originAt, siteOf } from '../domain/site.ts'
import { currentRequest } from '../session/request.ts'
import { throttle, Throttled } from '../session/throttle.ts'

/** The path that the edge requests, under whatever name it has for us. */
export const EDGE_PATH = '/edge/allow'

const NAME = /^[a-z0-9](?:[a-z0-9.-]{1,251}[a-z0-9])?$/

/**
 * Answers `?domain=`: 200 for the portal's own host and for live domains, otherwise 404. Also 404 for clients
 * that are not on this machine and do not have the edge's secret, and for a request through a proxy.
 * @throws Unavailable
 */
export async function answerEdge(query: URLSearchParams): Promise<Response> {
  if (!isEdge(query)) return answer(404)
  const [name = '', another] = query.getAll('domain')
  if (another !== undefined || !NAME.test(name)) return answer(404)
  try {
    await throttle('edge')
  } catch (error) {
    if (error instanceof Throttled) return answer(429)
    throw error
  }
  return answer((await siteOf(new URL(originAt(name)).host)) === null ? 404 : 200)
}

function isEdge(query: URLSearchParams): boolean {
  const { edgeSecretDigest } = env()
  const secret = query.get('secret')
  if (edgeSecretDigest !== null && secret !== null) {
    return timingSafeEqual(edgeSecretDigest, createHash('sha256').update(secret).digest())
  }
  return currentRequest().direct === true
}

function answer(status: number): Response {
  return new Response(null, { status })
}
