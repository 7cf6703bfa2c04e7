// Exchanges credentials for a token, here and nowhere else.
import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { env } from '../env.ts'
import { NotFound, Unavailable } from '../errors.ts'
import { seal, unseal } from '../sealed.ts'
import { path, type Path } from './client.ts'
import { sendWithRetry } from './send-with-retry.ts'
import type { Lookup } from './egress.ts'
import type { Answer } from './exchange.ts'
import { documentIn } from './envelope.ts'
import {
  kazooId,
  type ApiKey,
  type ApiToken,
  type CredentialsToken,
  type KazooId,
  type Password,
  type UserRef,
} from './ids.ts'
import { isTrue, text } from './lenient.ts'
import type { CrossbarOrigin } from './origin.ts'
import { RefusedAccount, refusal, refusedAccountOf } from './refusal.ts'

/**
 * How an account is named at sign-in. Kazoo looks for the number first, then for the realm, then for the name
 * (docs/kazoo.md section 5.2).
 */
export type AccountSelector = { readonly number?: string; readonly realm?: string; readonly name?: string }

/**
 * The credentials with which a portal signs in to Kazoo: a user's, hashed, or an account's API key (which can
 * do everything but impersonate).
 */
export type Credentials =
  | {
      kind: 'user'
      account: AccountSelector
      method: 'md5' | 'sha'
      token: CredentialsToken
    }
  | { kind: 'api key'; key: ApiKey }

/**
 * A token, valid for an hour from now, and whom it belongs to. `reseller` and `master` are what that Kazoo
 * claims (docs/security.md row 9).
 */
export type Authenticated = {
  token: ApiToken
  account: KazooId<'account'>
  user: KazooId<'user'> | null
  accountName: string
  reseller: boolean
  master: boolean
}

/**
 * `username:password` hashed as Kazoo compares it: the name in lower case, the digest in lower-case hex
 * (docs/kazoo.md section 5.2).
 */
export function credentialsToken(
  username: string,
  password: Password,
  method: 'md5' | 'sha',
): CredentialsToken {
  const hash = createHash(method === 'md5' ? 'md5' : 'sha1')
  return seal(hash.update(`${username.toLowerCase()}:${unseal(password)}`).digest('hex'))
}

/** Whom a token belongs to, as every sign-in returns it. */
export const TokenOwnerDoc = z
  .object({
    account_id: kazooId('account'),
    owner_id: kazooId('user').nullable().catch(null),
    account_name: text,
    is_reseller: isTrue,
    is_master_account: isTrue,
  })
  .transform((it) => ({
    account: it.account_id,
    user: it.owner_id,
    accountName: it.account_name,
    reseller: it.is_reseller,
    master: it.is_master_account,
  }))
/** The token in the envelope of an answer: visible ASCII, because it is sent in a header. */
export const IssuedTokenDoc = z.object({
  auth_token: z
    .string()
    .regex(/^[\x21-\x7e]{16,8192}$/)
    .transform(seal<'api token'>),
})
/** Any web server can answer 401 or 404; only a Crossbar answers like this. */
const denial = z.object({ status: z.literal('error') })
const secondFactor = z.object({ data: z.object({ multi_factor_request: z.unknown() }) })

/**
 * Signs in (PUT /user_auth, PUT /api_auth). It sends no token: a stale one would be refused even here
 * (docs/kazoo.md section 5.1).
 * @throws RefusedAccount where the account is disabled, its trial has ended or a second factor is required;
 * Unavailable `refused` for wrong credentials, and `unreachable`, `limited`, `faulty`
 */
export async function authenticate(
  origin: CrossbarOrigin,
  credentials: Credentials,
  reference: string,
  options: { signal?: AbortSignal; timeoutMs?: number; lookup?: Lookup } = {},
): Promise<Authenticated> {
  const deadline = AbortSignal.timeout(options.timeoutMs ?? env().kazooTimeoutMs)
  const template = credentials.kind === 'user' ? '/user_auth' : '/api_auth'
  const answer = await sendWithRetry({
    origin,
    method: 'PUT',
    target: `/v2${template}`,
    template,
    headers: { 'x-request-id': reference, 'content-type': 'application/json' },
    body: JSON.stringify({ data: credentialsBody(credentials) }),
    reference,
    signal: options.signal ? AbortSignal.any([options.signal, deadline]) : deadline,
    // An additional token does no harm.
    repeatable: true,
    lookup: options.lookup,
  })
  if (answer.status === 401 && secondFactor.safeParse(answer.json).success)
    throw new RefusedAccount('second factor')
  if (answer.status >= 400 && !denial.safeParse(answer.json).success) throw new Unavailable('kazoo', 'faulty')
  // Kazoo answers 404 for an API key that it does not know, and quotes it.
  if (answer.status === 404 && credentials.kind === 'api key') throw new Unavailable('kazoo', 'refused')
  if (answer.status >= 400) throw signInError(answer)

  const grant = documentIn({ template }, answer.json, TokenOwnerDoc, false)
  return { ...grant, token: tokenIn(answer.json) }
}

/**
 * Kazoo's own impersonation (PUT /accounts/A/users/U/user_auth): a token of that user. Null where this Kazoo,
 * or the current token, does not allow it, as most do not (docs/kazoo.md section 5.5).
 * @throws NotFound; Unavailable `unreachable`, `limited`, `faulty`
 */
export async function impersonate(
  by: { origin: CrossbarOrigin; token: ApiToken; reference: string },
  { account, user }: UserRef,
): Promise<ApiToken | null> {
  const at = path`/accounts/${account}/users/${user}/user_auth`
  const answer = await putWithToken(by, at, { action: 'impersonate_user', data: {} })
  if (answer.status === 404) throw new NotFound()
  return answer.status >= 400 ? null : tokenIn(answer.json)
}

/**
 * Exchanges a token that is still valid for a new one (PUT /auth), where no credentials are stored.
 * @throws Unavailable, `refused` when it is not valid
 */
export async function refreshToken(by: {
  origin: CrossbarOrigin
  token: ApiToken
  reference: string
}): Promise<ApiToken> {
  const answer = await putWithToken(by, path`/auth`, { action: 'refresh_token', data: {} })
  if (answer.status >= 400) throw signInError(answer)
  return tokenIn(answer.json)
}

async function putWithToken(
  { origin, token, reference }: { origin: CrossbarOrigin; token: ApiToken; reference: string },
  at: Path,
  body: object,
) {
  return sendWithRetry({
    origin,
    method: 'PUT',
    target: `/v2${unseal(at.text)}`,
    template: at.template,
    headers: {
      'x-request-id': reference,
      'content-type': 'application/json',
      'x-auth-token': unseal(token),
    },
    body: JSON.stringify(body),
    reference,
    signal: AbortSignal.timeout(env().kazooTimeoutMs),
    // An additional token does no harm.
    repeatable: true,
    lookup: undefined,
  })
}

function tokenIn(json: unknown): ApiToken {
  const issued = IssuedTokenDoc.safeParse(json)
  if (!issued.success) throw new Unavailable('kazoo', 'faulty')
  return issued.data.auth_token
}

function credentialsBody(credentials: Credentials): Record<string, string> {
  if (credentials.kind === 'api key') return { api_key: unseal(credentials.key) }
  const { account, method, token } = credentials
  return { credentials: unseal(token), method, ...accountToWire(account) }
}

/** An account as `user_auth` and `user_auth/recovery` expect it. */
export function accountToWire({ number, realm, name }: AccountSelector): Record<string, string> {
  return {
    ...(number !== undefined && { phone_number: number }),
    ...(realm !== undefined && { account_realm: realm }),
    ...(name !== undefined && { account_name: name }),
  }
}

/**
 * Whatever Kazoo finds wrong with credentials, they are not accepted; an error of its own says nothing about
 * them.
 */
function signInError(answer: Answer): Error {
  const { status, json } = answer
  if (status >= 500) return refusal(answer, false, {})
  return (status === 400 ? refusedAccountOf(json) : null) ?? new Unavailable('kazoo', 'refused')
}
