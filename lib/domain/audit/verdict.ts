// Concludes from Kazoo whether an event without an outcome was done, was not done, or why that is unclear.
import 'server-only'
import { NotFound } from '../../errors.ts'
import { findDevice } from '../../kazoo/devices.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import { findUser } from '../../kazoo/users.ts'
import { findVmbox } from '../../kazoo/vmboxes.ts'
import type { AuditEventRecord } from '../../store/audit-rows.ts'
import { createdByAnother } from '../../store/audit-settlement.ts'
import type { AuditSubject } from '../../store/audit-subjects.ts'
import { ancestorsWithin, type Grant } from '../grant.ts'
import { findMatches, type Match } from './match-created.ts'
import { proveAccess, currentTexts, type CurrentTexts } from './current-texts.ts'
import { CREATIONS, REMOVALS, textsOf } from './revertible.ts'

/** Why the outcome stays unknown. `kind`: an event of this kind leaves nothing to read. */
export type Doubt = 'changed' | 'secret' | 'gone' | 'several' | 'kind'
/** `created` is the resource that the event created. */
export type Verdict =
  | { is: 'done'; created: AuditSubject | null }
  | { is: 'notDone' }
  | { is: 'doubtful'; why: Doubt }

const DONE: Verdict = { is: 'done', created: null }
const doubtful = (why: Doubt): Verdict => ({ is: 'doubtful', why })

/** A record with the account in which it began, if the log has it. */
export type Unsettled = {
  tenant: string
  record: AuditEventRecord
  home: KazooId<'account'> | null
  origin: string
}

/**
 * Reads Kazoo, in two to four calls.
 * @throws Unavailable, Forbidden when Kazoo could not be asked
 */
export async function verdictOn(grant: Grant, unsettled: Unsettled): Promise<Verdict> {
  const { record, origin } = unsettled
  try {
    if (CREATIONS.has(record.verb)) return await verdictOnCreation(grant, unsettled)
    const resource = record.subject?.resource ?? null
    if (resource === null) return doubtful('kind')
    if (REMOVALS.has(record.verb)) return await verdictOnRemoval(grant, resource)
    const texts = textsOf(record)
    if (Object.keys(texts).length === 0)
      return doubtful(Object.keys(record.after ?? {}).length > 0 ? 'secret' : 'kind')
    return compared(texts, await currentTexts(grant, origin, record))
  } catch (error) {
    if (error instanceof NotFound) return doubtful('gone')
    throw error
  }
}

function compared(texts: ReturnType<typeof textsOf>, now: CurrentTexts): Verdict {
  const known = Object.entries(texts).filter(([field]) => Object.hasOwn(now, field))
  if (known.length === 0) return doubtful('kind')
  if (known.every(([field, { after }]) => now[field] === after)) return DONE
  return known.every(([field, { before }]) => now[field] === before) ? { is: 'notDone' } : doubtful('changed')
}

async function verdictOnCreation(grant: Grant, { record, home, tenant }: Unsettled): Promise<Verdict> {
  if (home === null) return doubtful('kind')
  await ancestorsWithin(grant, home)
  const matches: Match[] = []
  for (const match of await findMatches(grant, home, record)) {
    if (!(await createdByAnother(tenant, record.event, match.resource))) matches.push(match)
  }
  const [one, ...more] = matches
  if (one === undefined) return { is: 'notDone' }
  return one.fresh && more.length === 0 ? { is: 'done', created: one.resource } : doubtful('several')
}

async function verdictOnRemoval(grant: Grant, resource: AuditSubject): Promise<Verdict> {
  await proveAccess(grant, resource)
  try {
    await readResource(grant, resource)
    return { is: 'notDone' }
  } catch (error) {
    if (error instanceof NotFound) return DONE
    throw error
  }
}

async function readResource({ kazoo }: Grant, resource: AuditSubject): Promise<unknown> {
  if (resource.kind === 'user') return findUser(kazoo, resource.ref)
  if (resource.kind === 'device') return findDevice(kazoo, resource.ref)
  return resource.kind === 'vmbox' ? findVmbox(kazoo, resource.ref) : null
}
