// Calls next-auth, which expects to run a whole site, as its own pages would, and reads its response.
import 'server-only'
import * as library from 'next-auth'
import type { AuthOptions } from 'next-auth'
import { z } from 'zod'

type Asked = {
  method: 'GET' | 'POST'
  query: Record<string, unknown> & { nextauth: string[] }
  body: Record<string, string>
  cookies: Record<string, string>
  headers: Record<string, string>
}
type LocalizedMessage = { location: string | null; body: unknown; cookies: Map<string, string> }
type Handler = (asked: Asked, answer: object, options: AuthOptions) => Promise<unknown>

type Question = {
  method: 'GET' | 'POST'
  nextauth: readonly string[]
  query?: Readonly<Record<string, string>>
  body?: Record<string, string>
  cookies?: ReadonlyMap<string, string>
}

/**
 * Calls next-auth as a page of its own under `origin` would; it sees nothing of the browser's request but the
 * arguments.
 * @throws whatever next-auth throws
 */
export async function askNextAuth(
  origin: string,
  options: AuthOptions,
  question: Question,
): Promise<LocalizedMessage> {
  // next-auth takes its own address from these two headers, which are ours and not the browser's.
  delete process.env['NEXTAUTH_URL']
  process.env['AUTH_TRUST_HOST'] = '1'
  const { protocol, host } = new URL(origin)
  const message = { location: null as string | null, body: null as unknown, set: [] as string[] }
  const answer = {
    getHeader: (name: string) => (name === 'Set-Cookie' ? message.set : undefined),
    setHeader: (name: string, value: unknown) => {
      if (name === 'Set-Cookie') message.set = z.array(z.string()).parse(value)
      if (name === 'Location') message.location = String(value)
      return answer
    },
    status: () => answer,
    json: (body: unknown) => (message.body = body),
    send: (body: unknown) => (message.body = body),
    end: () => undefined,
  }
  const asked: Asked = {
    method: question.method,
    query: { ...question.query, nextauth: [...question.nextauth] },
    body: question.body ?? {},
    cookies: Object.fromEntries(question.cookies ?? []),
    headers: { host, 'x-forwarded-proto': protocol.slice(0, -1) },
  }
  await handler()(asked, answer, options)
  return { location: message.location, body: message.body, cookies: new Map(message.set.map(pairOf)) }
}

function pairOf(header: string): [string, string] {
  const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(header) ?? []
  return [name, decodeURIComponent(value)]
}

/** Bundlers and Node disagree on the default export of such a package. */
function handler(found: unknown = library): Handler {
  if (isHandler(found)) return found
  if (typeof found !== 'object' || found === null || !('default' in found)) throw new Error('no next-auth')
  return handler(found.default)
}

function isHandler(found: unknown): found is Handler {
  return typeof found === 'function'
}
