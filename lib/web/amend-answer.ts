// Completes Next's own answers: the allowed methods where one is refused, and a page for a form of an older
// version.
import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerPage } from './bare-page.ts'

/** The header by which Next marks its answer to an action that this build does not have. */
const UNKNOWN_ACTION = 'x-nextjs-action-not-found'

/** Changes the answer of Next to `request` before it is sent. */
export function amendAnswer(request: IncomingMessage, response: ServerResponse): void {
  const { method, headers } = request
  const original = {
    writeHead: response.writeHead.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
  }
  // A request sent by script gets its message from Next's own script.
  const isOldForm = () =>
    method === 'POST' && headers['next-action'] === undefined && response.getHeader(UNKNOWN_ACTION) === '1'
  Object.assign(response, {
    writeHead(status: number, ...rest: unknown[]): unknown {
      if (isOldForm()) return response
      // RFC 9110, 15.5.6: a route that refuses POST can be read, and one that cannot be read accepts POST.
      if (status === 405 && !response.hasHeader('Allow'))
        response.setHeader('Allow', method === 'POST' ? 'GET, HEAD' : 'POST')
      return Reflect.apply(original.writeHead, response, [status, ...rest])
    },
    flushHeaders(): void {
      if (!isOldForm()) original.flushHeaders()
    },
    write(...rest: unknown[]): unknown {
      return isOldForm() || Reflect.apply(original.write, response, rest)
    },
    end(...rest: unknown[]): unknown {
      if (!isOldForm()) return Reflect.apply(original.end, response, rest)
      Object.assign(response, original)
      answerPage(request, response, 409).catch(() => response.destroy())
      return response
    },
  })
}
