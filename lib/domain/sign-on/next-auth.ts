// Calls next-auth, which expects to run a whole site, as its own pages would, and reads its response.
import 'server-only'
import * as library from 'next-auth'
import type { AuthOptions } from 'next-auth'
import { z } from 'zod'

type NextAuthRequest = {
  method: 'GET' | 'POST'
  query: Record<string, unknown> & { nextauth: string[] }
  body: Record<string, string>
  cookies: Record<string, string>
  headers: Record<string, string>
}
type NextAuthResponse = { location: string | null; body: unknown; cookies: Map<string, string> }
type Handler = (request: NextAuthRequest, response: object, options: AuthOptions) => Promise<unknown>

type Call = {
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
  call: Call,
): Promise<NextAuthResponse> {
  // next-auth takes its own address from these two headers, which are ours and not the browser's.
  delete process.env['NEXTAUTH_URL']
  process.env['AUTH_TRUST_HOST'] = '1'
  const { protocol, host } = new URL(origin)
  const recorded = { location: null as string | null, body: null as unknown, set: [] as string[] }
  const response = {
    getHeader: (name: string) => (name === 'Set-Cookie' ? recorded.set : undefined),
    setHeader: (name: string, value: unknown) => {
      if (name === 'Set-Cookie') recorded.set = z.array(z.string()).parse(value)
      if (name === 'Location') recorded.location = String(value)
      return response
    },
    status: () => response,
    json: (body: unknown) => (recorded.body = body),
    send: (body: unknown) => (recorded.body = body),
    end: () => undefined,
  }
  const request: NextAuthRequest = {
    method: call.method,
    query: { ...call.query, nextauth: [...call.nextauth] },
    body: call.body ?? {},
    cookies: Object.fromEntries(call.cookies ?? []),
    headers: { host, 'x-forwarded-proto': protocol.slice(0, -1) },
  }
  await handler()(request, response, options)
  return { location: recorded.location, body: recorded.body, cookies: new Map(recorded.set.map(pairOf)) }
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
