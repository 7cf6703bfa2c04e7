// Retries calls to a Crossbar: which are tried again, after how long, and what each attempt logs.
import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { Unavailable, type FailureReason } from '../errors.ts'
import { log } from '../log.ts'
import { exchange, type Answer, type Request } from './exchange.ts'
import { WireError } from './wire-error.ts'

/** A wait that users do not yet take for a fault. */
const MAX_WAIT_MS = 2_000
/** Crossbar's bucket is filled once a second, which it does not announce (docs/kazoo.md section 7). */
const BUCKET_MS = 1_000

export type RetryableRequest = Request & {
  /** The path with its ids blanked: all that the log gets of it. */
  template: string
  reference: string
  /** Whether it changes nothing at the other end, and so may be sent twice. */
  repeatable: boolean
}

/**
 * Sends the request: once, and if it is repeatable once more after a connection fault, a 502, 503 or 504, or
 * a short wait that Kazoo asked for. The caller handles any other status.
 * @throws Unavailable
 */
export async function sendWithRetry(request: RetryableRequest): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await attemptOnce(request, attempt)
    const wait = outcome instanceof WireError ? waitAfterFault(outcome) : waitAfter(outcome)
    if (wait === null) return answerOf(request, outcome)
    if (attempt > 1 || !request.repeatable || wait > MAX_WAIT_MS || request.signal.aborted)
      return answerOf(request, outcome)
    await sleep(wait + Math.random() * 200, undefined, { signal: request.signal }).catch(() => undefined)
  }
}

async function attemptOnce(request: RetryableRequest, attempt: number): Promise<Answer | WireError> {
  const { method, template, reference } = request
  const start = performance.now()
  const logAttempt = (status: number | string, reason?: string) =>
    log.info('kazoo', {
      method,
      path: template,
      status,
      ms: Math.round(performance.now() - start),
      attempt,
      reference,
      ...(reason !== undefined && { reason }),
    })
  try {
    const answer = await exchange(request)
    logAttempt(answer.status)
    return answer
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    logAttempt(error.kind, error.reason)
    return error
  }
}

function waitAfterFault(fault: WireError): number | null {
  return fault.kind === 'malformed' || fault.kind === 'too large' ? null : 50
}

function waitAfter({ status, retryAfter }: Answer): number | null {
  if (status === 429) return retryAfter === null ? BUCKET_MS : retryAfter * 1000
  if (status === 503 && retryAfter !== null) return retryAfter * 1000
  return status === 502 || status === 503 || status === 504 ? 50 : null
}

function answerOf(request: RetryableRequest, outcome: Answer | WireError): Answer {
  if (outcome instanceof WireError) throw new Unavailable('kazoo', failureReasonOf(outcome, request))
  const { status, retryAfter } = outcome
  if (status === 429 || (status === 503 && retryAfter !== null)) {
    throw new Unavailable('kazoo', 'limited', { retryAfter: retryAfter ?? BUCKET_MS / 1000 })
  }
  if (status === 502 || status === 503 || status === 504) {
    throw new Unavailable('kazoo', request.repeatable ? 'unreachable' : 'unknown')
  }
  return outcome
}

const READ_FAILURES = {
  'not connected': 'unreachable',
  broken: 'unreachable',
  interrupted: 'interrupted',
  'too large': 'tooLarge',
  malformed: 'faulty',
} as const

function failureReasonOf({ kind }: WireError, { repeatable, signal }: RetryableRequest): FailureReason {
  if (!repeatable) return kind === 'not connected' ? 'unreachable' : 'unknown'
  return signal.aborted ? 'timeout' : READ_FAILURES[kind]
}
