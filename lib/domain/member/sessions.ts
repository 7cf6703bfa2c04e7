// Lists a member's own sessions by device and address, and ends one or all of them.
import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { NotFound } from '../../errors.ts'
import { endSessionsOf, sessionsOf } from '../../session/member-sessions.ts'
import { deleteSession, type Session } from '../../session/record.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { SessionRow } from '../../views/member.ts'
import { recorded } from '../audit/record.ts'
import { permit } from '../permission.ts'
import { deviceIn } from './browser-name.ts'

/**
 * The viewer's sessions, the last used first.
 * @throws Unavailable
 */
export async function listSessions(viewer: Viewer): Promise<SessionRow[]> {
  permit(viewer, 'profile.sessions')
  const { session } = viewer
  return (await sessionsOf(session.record.principal)).map(
    ({ digest, agent, address, startedAt, lastSeenAt }) => ({
      session: handleOf(session, digest.digest),
      device: deviceIn(agent),
      address,
      startedAt: new Date(startedAt).toISOString(),
      lastSeenAt: new Date(lastSeenAt).toISOString(),
      current: digest.digest === session.digest.digest,
    }),
  )
}

/**
 * Ends one of the viewer's sessions, by its handle in the list.
 * @throws NotFound, Unavailable
 */
export async function endSession(viewer: Viewer, handle: string): Promise<void> {
  permit(viewer, 'profile.sessions')
  const { session } = viewer
  const found = (await sessionsOf(session.record.principal)).find(({ digest }) =>
    equalText(handleOf(session, digest.digest), handle),
  )
  if (found === undefined) throw new NotFound()
  await recorded(viewer, 'profile.sessions', about(viewer, { ended: 'one' }), () =>
    deleteSession(found.digest),
  )
}

/**
 * Ends all sessions of the viewer but this one, in every process before their next request. Returns their
 * number.
 * @throws Unavailable
 */
export async function endOtherSessions(viewer: Viewer): Promise<number> {
  permit(viewer, 'profile.sessions')
  const { record, digest } = viewer.session
  return recorded(viewer, 'profile.sessions', about(viewer, { ended: 'all others' }), () =>
    endSessionsOf(record.principal, digest),
  )
}

/**
 * Ends all sessions of the viewer, including this one. Returns their number.
 * @throws Unavailable
 */
export async function signOutEverywhere(viewer: Viewer): Promise<number> {
  permit(viewer, 'profile.sessions')
  return recorded(viewer, 'profile.sessions', about(viewer, { ended: 'all' }), () =>
    endSessionsOf(viewer.session.record.principal),
  )
}

/** A handle for a session that only works in the viewer's own session, and cannot be reversed. */
function handleOf({ record }: Session, digest: string): string {
  const mac = createHmac('sha256', record.principal).update(`${record.startedAt} ${record.endsAt} ${digest}`)
  return mac.digest('base64url').slice(0, 22)
}

function equalText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function about({ session }: Viewer, after: Readonly<Record<string, string>>) {
  return {
    subject: { kind: 'member', name: session.record.name, resource: null },
    path: [],
    before: null,
    after,
  }
}
