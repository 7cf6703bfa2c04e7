// Applies a change of a tenant to the sessions of its team and customers at once, in every process.
import 'server-only'
import type { ApiToken } from '../../kazoo/ids.ts'
import { endSessionsOf, sessionsOf } from '../../session/member-sessions.ts'
import { editSession } from '../../session/record.ts'
import type { SessionChange } from '../../session/record-doc.ts'
import { listMembers } from '../../store/members.ts'

/**
 * Changes every session of a tenant, and its Kazoo token if one is given. Customers have tokens of their own:
 * their sessions continue only if the tenant stays on the same Kazoo account and stays open.
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

/**
 * Ends every session of a tenant. Returns their number.
 * @throws Unavailable
 */
export async function endSessionsOfTenant(tenant: string): Promise<number> {
  let ended = await endSessionsOf(tenant)
  for (const { id } of await listMembers(tenant)) ended += await endSessionsOf(id)
  return ended
}
