// Maps Kazoo's error answers to our errors. The status decides, never its text (docs/kazoo.md section 3).
import 'server-only'
import { z } from 'zod'
import { NotFound, Rejected, Unavailable } from '../errors.ts'
import type { Answer } from './exchange.ts'
import { rejection } from './validation.ts'

/**
 * The operator of the Kazoo would charge for the change, and nobody agreed to it: HTTP 402. Nothing was
 * saved.
 */
export class ChargesNotAccepted extends Rejected {
  constructor() {
    super({}, 'messages.refused.charges')
  }
}

const MESSAGES = {
  disabled: 'messages.kazoo.disabled',
  expired: 'messages.kazoo.expired',
  'second factor': 'messages.kazoo.refused',
} as const

/** Kazoo refuses our account itself: it is disabled, its trial has ended, or a second factor is required. */
export class RefusedAccount extends Unavailable {
  readonly accountState: 'disabled' | 'expired' | 'second factor'
  constructor(accountState: RefusedAccount['accountState']) {
    super('kazoo', 'refused', { userMessage: MESSAGES[accountState] })
    this.accountState = accountState
  }
}

const refusedAccount = z.object({ data: z.object({ account: z.record(z.string(), z.unknown()) }) })
const envelope = z.object({ data: z.unknown().optional(), message: z.string().catch('') })

/**
 * The error for an `answer` whose status is 400 or more. `write`: the request would have changed something;
 * only then can the input be at fault. A 403 is about the account that connects the portal, never about the
 * viewer.
 */
export function refusal(answer: Answer, write: boolean, fields: Readonly<Record<string, string>>): Error {
  switch (answer.status) {
    case 401:
      return new Unavailable('kazoo', 'refused')
    case 403:
      return new Unavailable('kazoo', 'forbidden')
    case 404:
      return new NotFound()
  }
  return write ? refusedChange(answer, fields) : failedRead(answer)
}

function failedRead({ status, json }: Answer): Error {
  const refused = status === 400 ? refusedAccountOf(json) : null
  if (refused !== null) return refused
  if (status === 402) return new Unavailable('kazoo', 'paymentRequired')
  if (status === 409) return new Unavailable('kazoo', 'conflict')
  return new Unavailable('kazoo', status >= 500 ? 'failed' : 'badRequest')
}

function refusedChange({ status, json }: Answer, fields: Readonly<Record<string, string>>): Error {
  const { data, message } = envelope.catch({ data: undefined, message: '' }).parse(json)
  switch (status) {
    case 400:
      return refusedAccountOf(json) ?? rejection(data, fields)
    case 402:
      return new ChargesNotAccepted()
    case 409:
      return new Rejected({}, 'messages.refused.conflict')
    case 500:
      // The only text that counts: a crash while Kazoo validated the change, before it saved anything.
      return new Unavailable('kazoo', message === 'init failed' ? 'faulty' : 'unknown')
    default:
      return new Unavailable('kazoo', 'faulty')
  }
}

/**
 * A 400 that concerns the account whose token was used, on whatever call (docs/kazoo.md section 5.1, 5.2).
 */
export function refusedAccountOf(json: unknown): RefusedAccount | null {
  const parsed = refusedAccount.safeParse(json)
  if (!parsed.success) return null
  const { account } = parsed.data.data
  if (Object.hasOwn(account, 'disabled')) return new RefusedAccount('disabled')
  return Object.hasOwn(account, 'expired') ? new RefusedAccount('expired') : null
}
