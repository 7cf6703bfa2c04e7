// Finds the state of a tenant's connection, for every member, so that each can see why nothing works.
import 'server-only'
import { z } from 'zod'
import { FAILURE_REASONS } from '../../errors.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { StoredCredentials } from '../../store/credentials.ts'
import type { ConnectionState } from '../../views/connection.ts'
import { permit } from '../permission.ts'
import { credentialsOrNull, tenantOf } from './credentials.ts'

const DAY = 24 * 60 * 60_000
const FailureReason = z.enum(FAILURE_REASONS)

/**
 * The connection and its state; days left include today.
 * @throws Forbidden, Unavailable
 */
export async function findConnection(viewer: Viewer, now: Date = new Date()): Promise<ConnectionState> {
  permit(viewer, 'connection.read')
  const tenant = await tenantOf(viewer)
  const { trialEndsAt: endsAt } = tenant
  const left = endsAt === null ? 0 : endsAt.getTime() - now.getTime()
  const daysLeft = Math.max(0, Math.ceil(left / DAY))
  return {
    tenant: tenant.name,
    address: tenant.crossbarOrigin,
    ...healthOf(await credentialsOrNull(tenant.id)),
    trial: endsAt === null ? null : { endsAt: endsAt.toISOString(), daysLeft, ended: left <= 0 },
    wentLiveAt: tenant.wentLiveAt?.toISOString() ?? null,
    removalAt: tenant.removalAt?.toISOString() ?? null,
  }
}

/**
 * The same for viewers who may change it: for the pages that ask for other credentials.
 * @throws Forbidden, Unavailable
 */
export async function findEditableConnection(viewer: Viewer): Promise<ConnectionState> {
  permit(viewer, 'connection.edit')
  return findConnection(viewer)
}

function healthOf(credentials: StoredCredentials | null) {
  return {
    credentials:
      credentials === null ? null : credentials.kind === 'user' ? ('token' as const) : credentials.kind,
    realm: credentials?.kind === 'user' && 'realm' in credentials.account ? credentials.account.realm : null,
    heldSince: credentials?.createdAt.toISOString() ?? null,
    lastWorkedAt: credentials?.lastWorkedAt?.toISOString() ?? null,
    lastError: FailureReason.safeParse(credentials?.lastError).data ?? null,
    lastErrorAt: credentials?.lastErrorAt?.toISOString() ?? null,
  }
}
