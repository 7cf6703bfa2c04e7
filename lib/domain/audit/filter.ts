// Turns the query of the audit log page into a filter for the store.
import 'server-only'
import { NotFound } from '../../errors.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { AuditFilter } from '../../store/audit-search.ts'
import { startOfDay } from '../../views/audit-day.ts'
import type { ActorKind, AuditQuery } from '../../views/audit.ts'
import { resolveSubject } from './subject.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const KINDS: readonly ActorKind[] = ['customer', 'operator', 'nobody']

/** Whether a text has the shape of our own ids. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/**
 * The filter for a query, whose days are those of `zone`.
 * @throws NotFound for an impossible actor or subject; Unavailable
 */
export async function filterOf(viewer: Viewer, query: AuditQuery, zone: string): Promise<AuditFilter> {
  const { who, verb, about, outcome, from, to, text, reference } = query
  return {
    actor: who === '' ? undefined : actorOf(who),
    verb: verb === '' ? undefined : verb,
    resource: about === '' ? undefined : await resolveSubject(viewer, about),
    stage: outcome === '' ? undefined : outcome,
    from: from === '' ? undefined : startOfDay(from, zone),
    until: to === '' ? undefined : startOfDay(to, zone, 1),
    text: text === '' ? undefined : text,
    reference: reference === '' ? undefined : reference,
  }
}

function actorOf(who: string): AuditFilter['actor'] {
  const kind = KINDS.find((each) => each === who)
  if (kind !== undefined) return { kind }
  if (!isUuid(who)) throw new NotFound()
  return { id: who }
}
