// An identity provider for the tests: oidc-provider on loopback, which signs in the user that the test sets,
// without asking.
import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'
import { z } from 'zod'

/** The user to sign in next, as the claims of the ID token. */
export type Person = { sub: string; email?: string; email_verified?: boolean; name?: string }
type ClaimSet = Record<string, unknown>

export type IdentityProvider = Awaited<ReturnType<typeof startIdentityProvider>>

const CLIENT = { id: 'portal', secret: 'a-client-secret-of-the-test' }
const Answer = z.looseObject({ id_token: z.string() })

/** Starts it on a free port; `stop` ends it. */
export async function startIdentityProvider() {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  if (typeof at !== 'object' || at === null) throw new Error('no port')
  const url = `http://127.0.0.1:${at.port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const chosen: { person: Person; tamper: ((claims: ClaimSet) => ClaimSet) | null; asked: string[] } = {
    person: { sub: 'nobody' },
    tamper: null,
    asked: [],
  }

  /** Signs other claims than it should, with its own valid key. */
  function signedAnew(token: string): string {
    const [head = '', body = ''] = token.split('.')
    const claims = z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(Buffer.from(body, 'base64url').toString()))
    const text = `${head}.${Buffer.from(JSON.stringify(chosen.tamper?.(claims) ?? claims)).toString('base64url')}`
    return `${text}.${createSign('sha256').update(text).sign(privateKey, 'base64url')}`
  }

  /** Registers the portal as `CLIENT`, with this redirect URI. */
  function admit(redirectUri: string): void {
    const provider = new Provider(url, {
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
      jwks: {
        keys: [{ ...privateKey.export({ format: 'jwk' }), kty: 'RSA', kid: 'one', alg: 'RS256', use: 'sig' }],
      },
      ttl: {
        Session: 600,
        Grant: 600,
        Interaction: 600,
        AccessToken: 600,
        IdToken: 600,
        AuthorizationCode: 60,
      },
      cookies: { keys: ['of the test alone'] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      conformIdTokenClaims: false,
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      interactions: { url: () => '/enter' },
      findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...chosen.person, sub }) }),
      loadExistingGrant: async ({ oidc }) => {
        const accountId = oidc.session?.accountId
        if (accountId === undefined) return undefined
        const grant = new provider.Grant({ clientId: CLIENT.id, accountId })
        grant.addOIDCScope('openid email profile')
        await grant.save()
        return grant
      },
    })
    provider.use(async (context, next) => {
      await next()
      if (context.path !== '/token' || chosen.tamper === null || context.status !== 200) return
      const answer = Answer.parse(context.body)
      context.body = { ...answer, id_token: signedAnew(answer.id_token) }
    })
    const answer = provider.callback()
    server.removeAllListeners('request')
    server.on('request', (request, response) => {
      chosen.asked.push(`${request.method} ${request.url?.split('?')[0]}`)
      if (request.url !== '/enter') void answer(request, response)
      else void provider.interactionFinished(request, response, { login: { accountId: chosen.person.sub } })
    })
  }

  return Object.assign(chosen, {
    url,
    client: CLIENT,
    admit,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  })
}
