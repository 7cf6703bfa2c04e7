// What becomes of a tenant reaches the sessions of its team and of its customers at once, on every process.
import 'server-only'
import type { ApiToken } from '../../kazoo/ids.ts'
import { endSessionsOf, sessionsOf } from '../../session/member-sessions.ts'
import { editSession } from '../../session/record.ts'
import type { SessionChange } from '../../session/record-doc.ts'
import { listMembers } from '../../store/members.ts'

/**
 * Changes every session of a tenant, and its Kazoo token where one is given. Customers work with tokens of
 * their own: theirs go on only where the change leaves them their Kazoo, and the portal is theirs to use.
 * @throws Unavailable
 */
export async function editSessionsOfTenant(
  tenant: string,
  change: SessionChange,
  token: ApiToken | null = null,
): Promise<void> {
  for (const { id } of await listMembers(tenant)) {
    const sessions = await sessionsOf(id)
    await Promise.all(sessions.map(({ digest }) => editSession(digest, change, token)))
  }
  const { connected, origin, trialEndsAt = null } = change
  if (connected === false || origin !== undefined || trialEndsAt !== null) await endSessionsOf(tenant)
  else for (const { digest } of await sessionsOf(tenant)) await editSession(digest, change)
}

/** Ends every session of a tenant; says how many there were. @throws Unavailable */
export async function endSessionsOfTenant(tenant: string): Promise<number> {
  let ended = await endSessionsOf(tenant)
  for (const { id } of await listMembers(tenant)) ended += await endSessionsOf(id)
  return ended
}
