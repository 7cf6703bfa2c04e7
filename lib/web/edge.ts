// What an edge may ask: whether a certificate is wanted for a host. Nobody else hears which hosts there are
// (docs/security.md row 11).
import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { env } from '../env.ts'
import { originAt, siteOf } from '../domain/site.ts'
import { currentRequest } from '../session/request.ts'
import { throttle, Throttled } from '../session/throttle.ts'

/** Where the edge asks, under whatever name it has for us. */
export const EDGE_PATH = '/edge/allow'

const NAME = /^[a-z0-9](?:[a-z0-9.-]{1,251}[a-z0-9])?$/

/**
 * Answers `?domain=`: 200 for the portal's own host and for live domains, else 404. It is 404 too for whoever
 * asks from elsewhere than this machine and without the edge's secret, and for a request that came through a
 * proxy. @throws Unavailable
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
  const given = query.get('secret')
  if (edgeSecretDigest !== null && given !== null) {
    return timingSafeEqual(edgeSecretDigest, createHash('sha256').update(given).digest())
  }
  return currentRequest().direct === true
}

function answer(status: number): Response {
  return new Response(null, { status })
}
