// What Postgres says when it fails, turned into our own errors, so that no caller sees its sentences (they hold values).
import 'server-only'
import { DatabaseError } from 'pg'
import { Unavailable, type FailureReason } from '../errors.ts'

/** A unique constraint refused a row. The verb that wrote it knows what that means; it never leaves the store. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
  readonly constraint: string
  constructor(constraint: string) {
    super('A row of this kind is there already.')
    this.constraint = constraint
  }
}

/** Only the class and the code of what happened: messages and details of Postgres quote the values of rows. */
class PostgresFault extends Error {
  override readonly name = 'PostgresFault'
  readonly code: string
  constructor(code: string, constraint = '') {
    super(constraint === '' ? `Postgres: ${code}` : `Postgres: ${code} at ${constraint}`)
    this.code = code
  }
}

const UNIQUE_VIOLATION = '23505'
const READ_ONLY = '25006'
// https://www.postgresql.org/docs/15/errcodes-appendix.html: class or code, the longest that fits is taken.
const FAILURE_REASONS: Readonly<Record<string, FailureReason>> = {
  '08': 'unreachable',
  [READ_ONLY]: 'unreachable',
  '28': 'refused',
  '3D': 'refused',
  '53': 'limited',
  '55P03': 'limited',
  '57014': 'limited',
  '57': 'unreachable',
}

// Read only, as after a fail-over; admin_shutdown, crash_shutdown, cannot_connect_now.
const STALE: ReadonlySet<string> = new Set([READ_ONLY, '57P01', '57P02', '57P03'])

/** Whether the connection is of no use any more after this fault: there was no verdict of the server, or it was its last. */
export function breaksConnection(fault: unknown): boolean {
  if (!(fault instanceof DatabaseError)) return true
  return failureReasonOf(fault.code ?? '') === 'unreachable' && fault.code !== READ_ONLY
}

/** Whether the fault says that the whole server is not the one we need: it only reads, or it ends, and so do its other connections. */
export function isStale(fault: unknown): boolean {
  return fault instanceof DatabaseError && STALE.has(fault.code ?? '')
}

/**
 * `fault` as an error of ours. `lasting`: what was sent would have lasted, so that when the connection is lost nobody knows
 * whether it was done (`unknown`).
 */
export function toPortalError(fault: unknown, lasting: boolean): Error {
  if (fault instanceof DatabaseError) {
    const code = fault.code ?? ''
    if (code === UNIQUE_VIOLATION) return new Conflict(fault.constraint ?? '')
    return new Unavailable('postgres', failureReasonOf(code) ?? 'faulty', {
      cause: new PostgresFault(code, fault.constraint ?? fault.column ?? fault.routine),
    })
  }
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'no answer'
  return new Unavailable('postgres', lasting ? 'unknown' : 'unreachable', { cause: new PostgresFault(code) })
}

function failureReasonOf(code: string): FailureReason | undefined {
  return FAILURE_REASONS[code] ?? FAILURE_REASONS[code.slice(0, 2)]
}
