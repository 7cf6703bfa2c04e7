// Runs Kazoo's own password recovery: a mail with a link, and the use of that link (docs/kazoo.md section
// 5.4).
import 'server-only'
import { z } from 'zod'
import { env } from '../env.ts'
import { Rejected, Unavailable } from '../errors.ts'
import { unseal, type Sealed } from '../sealed.ts'
import { TokenOwnerDoc, IssuedTokenDoc, accountToWire, type AccountSelector } from './auth.ts'
import { sendWithRetry } from './send-with-retry.ts'
import { documentIn } from './envelope.ts'
import type { Answer } from './exchange.ts'
import type { ApiToken, UserRef } from './ids.ts'
import type { CrossbarOrigin } from './origin.ts'
import { refusal } from './refusal.ts'

const TEMPLATE = '/user_auth/recovery'
/** Any web server can answer 400; only a Crossbar answers like this. */
const denial = z.object({ status: z.literal('error') })

type Caller = { origin: CrossbarOrigin; reference: string }

/**
 * Makes Kazoo mail a link to a user: `page` followed by the id of the reset (PUT). Kazoo distinguishes
 * unknown users; the result is whether it accepted the request, and must not be shown to anybody who is not
 * signed in.
 * @throws Unavailable `unreachable`, `limited`, `faulty`
 */
export async function requestRecovery(
  caller: Caller,
  who: { username: string; account: AccountSelector; page: string },
): Promise<boolean> {
  // Kazoo compares it with the stored name, which is in lower case.
  const data = { username: who.username.toLowerCase(), ui_url: who.page, ...accountToWire(who.account) }
  const answer = await sendRecovery(caller, 'PUT', data)
  if (answer.status < 400) return true
  const error = recoveryError(answer)
  if (error instanceof Rejected) return false
  throw error
}

/**
 * The user whom a reset belongs to, with a token of theirs. `token` null: this Kazoo found the user and
 * returned none.
 */
export type Recovered = { ref: UserRef; token: ApiToken } | { token: null }

/**
 * Uses the id of a reset (POST). Kazoo would accept it again, and sets no password. Null: it knows no such
 * reset (any more). 5.0 returns a token only where a valid one is sent along, whoever's: `by` (docs/kazoo.md
 * section 27.7). 4.3 needs none.
 * @throws Unavailable `unreachable`, `limited`, `faulty`
 */
export async function redeemRecovery(
  caller: Caller,
  id: Sealed<'reset id'>,
  by: ApiToken | null,
): Promise<Recovered | null> {
  const answer = await sendRecovery(caller, 'POST', { reset_id: unseal(id) }, by)
  // 5.0 answers 403 for one that is too old.
  if (answer.status === 403 || answer.status === 404) return null
  if (answer.status >= 400) {
    const error = recoveryError(answer)
    if (error instanceof Rejected) return null
    throw error
  }
  const issued = IssuedTokenDoc.safeParse(answer.json)
  // Some versions repeat the token of the request in every answer: that is not the user's.
  if (!issued.success || by?.equals(issued.data.auth_token)) return { token: null }
  const { account, user } = documentIn({ template: TEMPLATE }, answer.json, TokenOwnerDoc, false)
  if (user === null) throw new Unavailable('kazoo', 'faulty')
  return { ref: { account, user }, token: issued.data.auth_token }
}

function recoveryError(answer: Answer): Error {
  if (!denial.safeParse(answer.json).success) return new Unavailable('kazoo', 'faulty')
  // The input can be at fault; an error of Kazoo's own means that no mail was sent.
  return refusal(answer, answer.status < 500, {})
}

async function sendRecovery(
  { origin, reference }: Caller,
  method: 'PUT' | 'POST',
  data: Readonly<Record<string, string>>,
  by: ApiToken | null = null,
): Promise<Answer> {
  return sendWithRetry({
    origin,
    method,
    target: `/v2${TEMPLATE}`,
    template: TEMPLATE,
    headers: {
      'x-request-id': reference,
      'content-type': 'application/json',
      ...(by && { 'x-auth-token': unseal(by) }),
    },
    body: JSON.stringify({ data }),
    reference,
    signal: AbortSignal.timeout(env().kazooTimeoutMs),
    // A second request could send a second mail; a link can be used again.
    repeatable: method === 'POST',
    lookup: undefined,
  })
}
