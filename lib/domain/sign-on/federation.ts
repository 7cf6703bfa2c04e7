// Runs OpenID Connect with a tenant's provider through next-auth and our egress guard, without a session of
// next-auth.
import 'server-only'
import { hkdfSync } from 'node:crypto'
import type { AuthOptions } from 'next-auth'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { env } from '../../env.ts'
import { guardedAgent, providerOrigin } from '../../kazoo/guarded-agent.ts'
import { log } from '../../log.ts'
import { unseal } from '../../sealed.ts'
import { currentRequest } from '../../session/request.ts'
import { cookiePasswords } from '../../session/seal-ring.ts'
import type { ProviderRecord } from '../../store/sign-on.ts'
import { currentSite } from '../site.ts'
import { isFromIssuer } from './issuer.ts'
import { askNextAuth } from './next-auth.ts'

/** The lifetime of code, state, nonce and PKCE of a sign-in, in seconds. */
const MINUTES_15 = 15 * 60
const CALLS_MS = 5_000

/** The claims of a provider, after their signature, issuer, audience, nonce and age were verified. */
export type Claims = z.output<typeof ClaimsDoc>
const ClaimsDoc = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  email: z.string().optional(),
  email_verified: z.unknown().optional(),
  name: z.string().optional(),
  upn: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
  /** Microsoft: the directory, and whether the user is its guest (1). Google: the company of the account. */
  tid: z.unknown().optional(),
  acct: z.unknown().optional(),
  hd: z.string().optional().catch(undefined),
})

/** The address where a browser signs in: validated, so never `javascript:` or the like. */
export type ProviderAddress = `http${string}:${string}`

/**
 * The provider's address where the browser signs in, or null when it does not answer as a provider. Only in
 * an action.
 */
export async function requestProviderSignIn(
  provider: ProviderRecord,
  email: string,
): Promise<ProviderAddress | null> {
  const { origin } = await currentSite()
  const options = optionsFor(provider, () => undefined, { login_hint: email })
  const csrf = await askNextAuth(origin, options, { method: 'GET', nextauth: ['csrf'] })
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(csrf.body)
  const signIn = { method: 'POST', nextauth: ['signin', provider.tenant], body: { csrfToken } } as const
  const { location, cookies: issued } = await askNextAuth(origin, options, {
    ...signIn,
    cookies: csrf.cookies,
  })
  // On failure next-auth names a page of its own, which does not exist here.
  if (location === null || !isAddress(location) || new URL(location).origin === origin) return null
  try {
    providerOrigin(location)
  } catch {
    return null
  }
  await storeCookies(issued)
  return location
}

/**
 * The claims of the provider's answer, or null: this browser did not ask for it, or it is invalid. Only in a
 * route.
 */
export async function readProviderAnswer(
  provider: ProviderRecord,
  query: Readonly<Record<string, string>>,
): Promise<Claims | null> {
  const jar = new Map((await cookies()).getAll().map(({ name, value }) => [name, value]))
  // Before any request is sent.
  if (!jar.has(cookieNames().state)) return null
  let received: unknown = null
  const options = optionsFor(provider, (claims) => (received = claims))
  const answer = { method: 'GET', nextauth: ['callback', provider.tenant], query } as const
  const { origin } = await currentSite()
  await askNextAuth(origin, options, { ...answer, cookies: jar })
  // Whatever the result: each is valid for one attempt.
  await storeCookies(new Map(Object.values(cookieNames()).map((name) => [name, ''])))
  const claims = ClaimsDoc.safeParse(received).data ?? null
  // next-auth accepts any issuer that the discovery document names.
  return claims !== null && isFromIssuer(provider.issuer, claims) ? claims : null
}

/**
 * The redirect URI of a provider: on the site where the sign-in started, the portal's own or one of the
 * tenant's domains. Each tenant has its own path, so that no provider answers for another (RFC 9700, 4.4).
 */
export function callbackOf(origin: string, tenant: string): string {
  return `${origin}/api/auth/callback/${tenant}`
}

function optionsFor(
  provider: ProviderRecord,
  receive: (claims: unknown) => void,
  more: Readonly<Record<string, string>> = {},
): AuthOptions {
  const secret = Buffer.from(
    hkdfSync('sha256', Object.entries(cookiePasswords()).at(-1)?.[1] ?? '', '', 'portal sign-on', 32),
  )
  const cookie = (name: string) => ({
    name,
    options: { httpOnly: true, secure: secure(), sameSite: 'lax', path: '/', maxAge: MINUTES_15 },
  })
  const { state, nonce, pkce } = cookieNames()
  return {
    secret: secret.toString('base64'),
    useSecureCookies: secure(),
    session: { strategy: 'jwt' },
    cookies: { state: cookie(state), nonce: cookie(nonce), pkceCodeVerifier: cookie(pkce) },
    providers: [
      {
        id: provider.tenant,
        name: 'company',
        type: 'oauth',
        wellKnown: `${provider.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        issuer: provider.issuer,
        clientId: provider.clientId,
        clientSecret: unseal(provider.clientSecret),
        authorization: { params: { scope: 'openid email profile', ...more } },
        checks: ['pkce', 'state', 'nonce'],
        idToken: true,
        httpOptions: { agent: guardedAgent, timeout: CALLS_MS },
        profile: (claims: { sub: string }) => ({ id: claims.sub }),
      },
    ],
    callbacks: {
      // An address instead of true: next-auth stops here, and the portal starts its own session.
      signIn: ({ profile }) => {
        receive(profile)
        return '/'
      },
      session: ({ session: { expires } }) => ({ expires }),
    },
    logger: { error: logError, warn: () => undefined, debug: () => undefined },
  }
}

/** Logs only the error code: a provider's own texts stay out of the log. */
function logError(code: string): void {
  log.warn('single sign-on failed', { code, reference: currentRequest().reference })
}

const secure = (): boolean => env().portalOrigin.startsWith('https:')

function cookieNames() {
  const prefix = secure() ? '__Host-sign-on' : 'sign-on'
  return { state: `${prefix}-state`, nonce: `${prefix}-nonce`, pkce: `${prefix}-pkce` }
}

async function storeCookies(issued: ReadonlyMap<string, string>): Promise<void> {
  const jar = await cookies()
  const base = { httpOnly: true, secure: secure(), sameSite: 'lax', path: '/' } as const
  for (const name of Object.values(cookieNames())) {
    const value = issued.get(name)
    if (value !== undefined) jar.set(name, value, { ...base, maxAge: value === '' ? 0 : MINUTES_15 })
  }
}

function isAddress(text: string): text is ProviderAddress {
  return /^https?:/.test(text)
}
