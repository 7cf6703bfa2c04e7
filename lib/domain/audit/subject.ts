// Resolves a proxy id to the subject that the audit log knows.
import 'server-only'
import { NotFound } from '../../errors.ts'
import { resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { AuditSubject } from '../../store/audit-subjects.ts'
import { proxyId } from '../../views/ids.ts'

/** The kinds of resource that have a history in the audit log. */
export type AboutKind = AuditSubject['kind']

/**
 * The resource behind a proxy id of any of these kinds.
 * @throws NotFound, Unavailable
 */
export async function resolveSubject({ session }: Viewer, id: string): Promise<AuditSubject> {
  if (proxyId('account', id) !== null) return { kind: 'account', ref: await resolve(session, 'account', id) }
  if (proxyId('user', id) !== null) return { kind: 'user', ref: await resolve(session, 'user', id) }
  if (proxyId('device', id) !== null) return { kind: 'device', ref: await resolve(session, 'device', id) }
  if (proxyId('vmbox', id) !== null) return { kind: 'vmbox', ref: await resolve(session, 'vmbox', id) }
  throw new NotFound()
}
