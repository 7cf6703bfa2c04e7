// Checks whether a portal can work with the Kazoo at an address, step by step and before anything is stored.
import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AllowedOrigin } from '../env.ts'
import { Unavailable } from '../errors.ts'
import { findVersion } from './about.ts'
import { accountsKeptBelow } from './keeps-accounts.ts'
import { findAccount, pageOfChildren, type AccountDoc } from './accounts.ts'
import { authenticate, type Authenticated, type Credentials } from './auth.ts'
import { Kazoo } from './client.ts'
import { connectTo, type Lookup } from './egress.ts'
import { crossbarOrigin, ORIGIN_REFUSED, RefusedOrigin, type CrossbarOrigin } from './origin.ts'
import { RefusedAccount } from './refusal.ts'
import { findUser } from './users.ts'
import type { LocalizedMessage } from '../i18n/message-key.ts'

/**
 * A failed `address` stands for every step before the credentials: only `detail` says which of them failed.
 */
export type Step =
  | 'address'
  | 'reachable'
  | 'tls'
  | 'credentials'
  | 'account'
  | 'rights'
  | 'version'
  | 'below'
  | 'accounts'
  | 'limits'
/**
 * One finding of the preflight. `warning`: it works, but not as well or as safely as it could.
 * `message` may be shown to whoever asked; `detail` is for operators only (docs/security.md row 7).
 */
export type Finding = { step: Step; ok: boolean; message: LocalizedMessage; detail?: string; warning?: true }

/**
 * Every address that fails does so this long after the request, so that the time does not reveal why;
 * whatever takes longer has failed.
 */
const ADDRESS_MS = 5_000

type Options = { reference?: string; allowed?: readonly AllowedOrigin[]; lookup?: Lookup; timeoutMs?: number }

/**
 * Runs the steps, and stops at the first one without which the next makes no sense. Nothing is changed in the
 * Kazoo. It never throws.
 */
export async function* preflight(
  text: string,
  credentials: Credentials,
  options: Options = {},
): AsyncGenerator<Finding> {
  const { reference = 'preflight', lookup, timeoutMs } = options
  const limits = { ...(lookup && { lookup }), ...(timeoutMs !== undefined && { timeoutMs }) }

  const contact = await contactKazoo(text, credentials, reference, options)
  if (typeof contact === 'string') {
    yield { step: 'address', ok: false, message: ORIGIN_REFUSED, detail: contact }
    return
  }
  const { origin, who } = contact
  yield { step: 'address', ok: true, message: 'messages.preflight.address' }
  yield { step: 'reachable', ok: true, message: 'messages.preflight.reachable' }
  yield tlsFinding(origin)
  if (who instanceof Unavailable) {
    yield { step: 'credentials', ok: false, message: credentialsMessage(who) }
    return
  }
  yield { step: 'credentials', ok: true, message: 'messages.preflight.accepted' }

  const kazoo = new Kazoo({ origin, token: who.token, renew: refuseRenewal, reference, ...limits })
  const account = await findAccount(kazoo, who.account).catch(() => null)
  if (!account) {
    yield { step: 'account', ok: false, message: 'messages.preflight.noAccount' }
    return
  }
  yield {
    step: 'account',
    ok: true,
    message: { key: 'messages.preflight.account', values: { name: account.name, realm: account.realm } },
  }
  yield await rightsFinding(kazoo, who)
  yield await versionFinding(kazoo, who)
  yield await belowFinding(kazoo, account)
  yield* await accountsFinding(kazoo, account)
  yield impersonationFinding(who)
}

/**
 * The Kazoo at an address, and its answer to the credentials; otherwise what is wrong with the address,
 * returned only after a fixed time.
 */
async function contactKazoo(
  text: string,
  credentials: Credentials,
  reference: string,
  { allowed, lookup }: Options,
): Promise<{ origin: CrossbarOrigin; who: Authenticated | Unavailable } | string> {
  const answerAt = sleep(ADDRESS_MS)
  const start = performance.now()
  try {
    const origin = allowed ? crossbarOrigin(text, allowed) : crossbarOrigin(text)
    const socket = await connectTo(origin, lookup)
    socket.destroy()
    const timeoutMs = Math.max(1, Math.floor(ADDRESS_MS - 200 - (performance.now() - start)))
    const who = await authenticate(origin, credentials, reference, {
      timeoutMs,
      ...(lookup && { lookup }),
    }).catch(refusalOrThrow)
    return { origin, who }
  } catch (error) {
    await answerAt
    return addressFailure(error)
  }
}

/** The answer of a Kazoo that refuses the credentials. Any other error is rethrown. */
function refusalOrThrow(error: unknown): Unavailable {
  if (error instanceof Unavailable && (error.reason === 'refused' || error.reason === 'limited')) return error
  throw error
}

function addressFailure(error: unknown): string {
  if (error instanceof RefusedOrigin) return 'the address is not of a kind that is allowed'
  if (error instanceof Unavailable) return 'a server answers there, but not as a Kazoo does'
  return error instanceof Error ? error.message : 'it does not answer'
}

function tlsFinding({ scheme }: CrossbarOrigin): Finding {
  return scheme === 'https:'
    ? { step: 'tls', ok: true, message: 'messages.preflight.tls' }
    : {
        step: 'tls',
        ok: true,
        message: 'messages.preflight.plain',
        warning: true,
      }
}

function refuseRenewal(): Promise<never> {
  return Promise.reject(new Unavailable('kazoo', 'refused'))
}

function credentialsMessage(error: Unavailable): LocalizedMessage {
  if (error.reason === 'limited') return 'messages.preflight.limited'
  if (!(error instanceof RefusedAccount)) return 'messages.preflight.credentials'
  if (error.accountState === 'disabled') return 'messages.preflight.disabled'
  if (error.accountState === 'expired') return 'messages.preflight.expired'
  return 'messages.preflight.secondFactor'
}

async function rightsFinding(kazoo: Kazoo, { account, user }: Authenticated): Promise<Finding> {
  if (!user) return { step: 'rights', ok: true, message: 'messages.preflight.key' }
  const { privilege } = await findUser(kazoo, { account, user }).catch(() => ({ privilege: null }))
  return privilege === 'admin'
    ? { step: 'rights', ok: true, message: 'messages.preflight.admin' }
    : { step: 'rights', ok: false, message: 'messages.preflight.noAdmin' }
}

async function versionFinding(kazoo: Kazoo, { account }: Authenticated): Promise<Finding> {
  const found = await findVersion(kazoo, account).catch(() => null)
  return found
    ? {
        step: 'version',
        ok: true,
        message: { key: 'messages.preflight.version', values: { version: found } },
      }
    : { step: 'version', ok: true, message: 'messages.preflight.noVersion' }
}

async function belowFinding(kazoo: Kazoo, { id, descendantsCount }: AccountDoc): Promise<Finding> {
  if (descendantsCount !== null) {
    return {
      step: 'below',
      ok: true,
      message: { key: 'messages.preflight.below', values: { count: descendantsCount } },
    }
  }
  const page = await pageOfChildren(kazoo, id).catch(() => null)
  if (!page) return { step: 'below', ok: true, message: 'messages.preflight.noBelow', warning: true }
  return {
    step: 'below',
    ok: true,
    message: {
      key: page.next ? 'messages.preflight.rightBelowOrMore' : 'messages.preflight.rightBelow',
      values: { count: page.rows.length },
    },
  }
}

/** No finding where Kazoo does not answer. */
async function accountsFinding(kazoo: Kazoo, account: AccountDoc): Promise<Finding[]> {
  const found = await accountsKeptBelow(kazoo, account)
  if (found === 'unknown') return []
  return found === 'kept'
    ? [{ step: 'accounts', ok: true, message: 'messages.preflight.accountsKept' }]
    : [{ step: 'accounts', ok: true, message: 'messages.preflight.accountsLost', warning: true }]
}

function impersonationFinding({ master, user }: Authenticated): Finding {
  return master && user
    ? { step: 'limits', ok: true, message: 'messages.preflight.impersonation' }
    : {
        step: 'limits',
        ok: true,
        message: 'messages.preflight.noImpersonation',
        warning: true,
      }
}
