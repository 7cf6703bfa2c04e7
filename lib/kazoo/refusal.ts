// Which of our errors an answer of Kazoo stands for. The status decides, never its text (crossbar.md section 3).
import 'server-only'
import { z } from 'zod'
import { Forbidden, NotFound, Rejected, Unavailable } from '../errors.ts'
import type { Answer } from './exchange.ts'
import { rejection } from './validation.ts'

/** The change would cost something at the operator of the Kazoo, and nobody agreed to it: HTTP 402. Nothing was saved. */
export class ChargesNotAccepted extends Rejected {
  constructor() {
    super({}, 'said.refused.charges')
  }
}

/** Kazoo refuses our account itself: it is disabled, its trial has ended, or a second factor is asked for. */
export class RefusedAccount extends Unavailable {
  readonly reason: 'disabled' | 'expired' | 'second factor'
  constructor(reason: RefusedAccount['reason']) {
    super('kazoo', 'refused')
    this.reason = reason
  }
}

const refusedAccount = z.object({ data: z.object({ account: z.record(z.string(), z.unknown()) }) })
const envelope = z.object({ data: z.unknown().optional(), message: z.string().catch('') })

/** The error for an `answer` whose status is 400 or more. `write` says whether it was to change something. */
export function refusal(answer: Answer, write: boolean, fields: Readonly<Record<string, string>>): Error {
  const { data, message } = envelope.catch({ data: undefined, message: '' }).parse(answer.json)
  switch (answer.status) {
    case 400:
      return refusedAccountOf(answer.json) ?? rejection(data, fields)
    case 401:
      return new Unavailable('kazoo', 'refused')
    case 402:
      return new ChargesNotAccepted()
    case 403:
      return new Forbidden()
    case 404:
      return new NotFound()
    case 409:
      return new Rejected({}, 'said.refused.conflict')
    case 500:
      // The one text that counts: a crash while Kazoo was judging the change, before it saved anything.
      return new Unavailable('kazoo', write && message !== 'init failed' ? 'unknown' : 'faulty')
    default:
      return new Unavailable('kazoo', 'faulty')
  }
}

/** A 400 that concerns the account whose token was used, on whatever call (crossbar.md 5.1, 5.2). */
export function refusedAccountOf(json: unknown): RefusedAccount | null {
  const parsed = refusedAccount.safeParse(json)
  if (!parsed.success) return null
  const { account } = parsed.data.data
  if (Object.hasOwn(account, 'disabled')) return new RefusedAccount('disabled')
  return Object.hasOwn(account, 'expired') ? new RefusedAccount('expired') : null
}
