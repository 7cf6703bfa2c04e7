// Refuses requests before Next: another spelling of a path, methods that nothing here answers, too many
// cookies, too large a form.
import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { amendAnswer } from './amend-answer.ts'
import { answerPage } from './bare-page.ts'
import { canonicalPath } from './canonical-path.ts'
import { bufferBody } from './request-body.ts'

/** Pages answer GET, and forms are sent by POST. */
const ALLOWED = new Set(['GET', 'HEAD', 'POST'])
/** RFC 9110, 9.1 and RFC 5789; other methods that Node can parse are unknown to us. */
const KNOWN = new Set(['PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'])
/** Room for 32 KB of other applications' cookies on a company's domain, and for ours. */
const MAX_COOKIE_BYTES = 36 * 1024
/** Reads its body itself, with limits of its own (lib/web/brand-upload.ts). */
const UPLOADS = '/brand/images'

/** Answers what is refused, and lets everything else `pass` on to Next. */
export async function inspectRequest(
  request: IncomingMessage,
  response: ServerResponse,
  pass: () => void,
): Promise<void> {
  const { method = '', url = '', headers } = request
  const refuse = (status: 400 | 405 | 413 | 431 | 501) => answerPage(request, response, status)
  const [rawPath = ''] = url.split('?')
  const path = canonicalPath(url)
  if (path === null) return refuse(400)
  if (path !== rawPath) return redirect(response, path + url.slice(rawPath.length))
  if (!ALLOWED.has(method)) {
    response.setHeader('Allow', [...ALLOWED].join(', '))
    return refuse(KNOWN.has(method) ? 405 : 501)
  }
  if ((headers.cookie?.length ?? 0) > MAX_COOKIE_BYTES) return refuse(431)
  if (method === 'POST' && path !== UPLOADS && (await bufferBody(request)) !== 'whole') return refuse(413)
  amendAnswer(request, response)
  return pass()
}

/** Redirects to the canonical address; method and body stay the same (RFC 9110, 15.4.9). */
function redirect(response: ServerResponse, location: string): void {
  response.writeHead(308, { Location: location }).end()
}
