import { NextResponse, type NextRequest } from 'next/server'
import { barePage } from './lib/web/bare-page.ts'
import { contentSecurityPolicy } from './lib/web/content-security-policy.ts'
import { EDGE_PATH } from './lib/web/edge.ts'
import { guardHeaders } from './lib/web/guard-headers.ts'
import { isPortalHost } from './lib/web/portal-hosts.ts'

// Next's request gate: the headers of every response, and no brand on an unknown host. It decides no access:
// a session is looked up where it is used.

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const origin = process.env['PORTAL_ORIGIN'] ?? ''
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  // The edge has a name of its own for us; what it asks shows no brand.
  const host = request.headers.get('host') ?? ''
  const path = request.nextUrl.pathname
  const asked = path === EDGE_PATH || (await isPortalHost(host))
  const response = asked ? next(request, nonce, policy) : await misdirected(request, nonce)
  const guards = guardHeaders(policy, { host, path }, origin)
  for (const [name, value] of Object.entries(guards)) response.headers.set(name, value)
  return response
}

function next(request: NextRequest, nonce: string, policy: string): NextResponse {
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('Content-Security-Policy', policy)
  return NextResponse.next({ request: { headers } })
}

async function misdirected(request: NextRequest, nonce: string): Promise<NextResponse> {
  const page = await barePage(421, { acceptLanguage: request.headers.get('accept-language') }, nonce)
  return new NextResponse(page, {
    status: 421,
    headers: { 'Content-Type': 'text/html; charset=utf-8', Vary: 'Accept-Language' },
  })
}
