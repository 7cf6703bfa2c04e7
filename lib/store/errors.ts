// Converts errors of Postgres into errors of the portal, because its messages quote values of rows.
import 'server-only'
import { DatabaseError } from 'pg'
import { Unavailable, type FailureReason } from '../errors.ts'

/** A unique constraint rejected a row. The domain handles it; it never reaches the user. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
  readonly constraint: string
  constructor(constraint: string) {
    super('A row of this kind is there already.')
    this.constraint = constraint
  }
}

/** An error of Postgres reduced to its code, because messages and details quote values of rows. */
class PostgresError extends Error {
  override readonly name = 'PostgresFault'
  readonly code: string
  constructor(code: string, constraint = '') {
    super(constraint === '' ? `Postgres: ${code}` : `Postgres: ${code} at ${constraint}`)
    this.code = code
  }
}

const UNIQUE_VIOLATION = '23505'
const READ_ONLY = '25006'
// https://www.postgresql.org/docs/15/errcodes-appendix.html: a code, or its class where the code is not
// listed.
const REASON_OF_CODE: Readonly<Record<string, FailureReason>> = {
  '08': 'unreachable',
  [READ_ONLY]: 'unreachable',
  '28': 'refused',
  '3D': 'refused',
  '53': 'limited',
  '55P03': 'limited',
  '57014': 'limited',
  '57': 'unreachable',
}

// Read-only, as after a failover; admin_shutdown, crash_shutdown, cannot_connect_now.
const STALE: ReadonlySet<string> = new Set([READ_ONLY, '57P01', '57P02', '57P03'])

/** Whether the connection is unusable after this error: the server gave no answer, or its last one. */
export function breaksConnection(fault: unknown): boolean {
  if (!(fault instanceof DatabaseError)) return true
  return failureReasonOf(fault.code ?? '') === 'unreachable' && fault.code !== READ_ONLY
}

/**
 * Whether the error says that the server as a whole is unusable: it is read-only or shutting down, so its
 * other connections are too.
 */
export function isStale(fault: unknown): boolean {
  return fault instanceof DatabaseError && STALE.has(fault.code ?? '')
}

/**
 * `fault` as an error of the portal. `isWrite`: the statement would have changed data, so that its outcome is
 * `unknown` when the connection is lost.
 */
export function toPortalError(fault: unknown, isWrite: boolean): Error {
  if (fault instanceof DatabaseError) {
    const code = fault.code ?? ''
    if (code === UNIQUE_VIOLATION) return new Conflict(fault.constraint ?? '')
    return new Unavailable('postgres', failureReasonOf(code) ?? 'faulty', {
      cause: new PostgresError(code, fault.constraint ?? fault.column ?? fault.routine),
    })
  }
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'no answer'
  return new Unavailable('postgres', isWrite ? 'unknown' : 'unreachable', { cause: new PostgresError(code) })
}

function failureReasonOf(code: string): FailureReason | undefined {
  return REASON_OF_CODE[code] ?? REASON_OF_CODE[code.slice(0, 2)]
}
