// Replaces the credentials or the address for the granted account; the account itself never changes.
import 'server-only'
import { Rejected } from '../../errors.ts'
import { crossbarOrigin } from '../../kazoo/origin.ts'
import { preflight } from '../../kazoo/preflight.ts'
import { throttle, throttledProof } from '../../session/throttle.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { Credentials } from '../../store/credentials.ts'
import { Conflict } from '../../store/errors.ts'
import { recorded } from '../audit/record.ts'
import { requireFresh } from '../member/require-step-up.ts'
import { permit } from '../permission.ts'
import { credentialsOrNull, tenantOf } from './credentials.ts'
import { storeCredentials } from './credentials.ts'
import { testCredentials } from './credentials.ts'

const fieldOf = ({ kind }: Credentials) => (kind === 'user' ? 'token' : 'key')

/**
 * Replaces the stored credentials by others that open the granted account; a disconnected tenant connects
 * again.
 * @throws Rejected at `token` or `key`; StepUpNeeded; Forbidden; Unavailable
 */
export async function replaceStoredCredentials(viewer: Viewer, credentials: Credentials): Promise<void> {
  permit(viewer, 'connection.edit')
  requireFresh(viewer)
  const tenant = await tenantOf(viewer)
  const before = await credentialsOrNull(tenant.id)
  const change = {
    subject: { kind: 'tenant', name: tenant.name, resource: { kind: 'account', ref: tenant.account } },
    path: [],
    before: { credentials: before?.kind ?? null },
    after: { credentials: credentials.kind },
  } as const
  await recorded(viewer, 'connection.edit', change, async () => {
    const { reference } = viewer.request
    const { token } = await throttledProof(null, () =>
      testCredentials(tenant, credentials, fieldOf(credentials), reference),
    )
    const live = before?.kind === 'user' && credentials.kind === 'api key'
    await storeCredentials(tenant, credentials, token, live ? 'apiKeyWorks' : null)
  })
}

/**
 * Switches to another address of the same Kazoo. Credentials must be entered again: the stored ones are never
 * sent to a typed address.
 * @throws Rejected at `origin`, `token` or `key` by the preflight; StepUpNeeded; Forbidden; Unavailable
 */
export async function changeHost(viewer: Viewer, typed: string, credentials: Credentials): Promise<void> {
  permit(viewer, 'connection.edit')
  requireFresh(viewer)
  await throttle('address')
  const tenant = await tenantOf(viewer)
  const change = {
    subject: { kind: 'tenant', name: tenant.name, resource: { kind: 'account', ref: tenant.account } },
    path: [],
    before: { address: tenant.crossbarOrigin },
    after: { address: typed.slice(0, 300) },
  } as const
  await recorded(viewer, 'connection.edit', change, async () => {
    const { reference } = viewer.request
    const field = fieldOf(credentials)
    for await (const { step, ok, message } of preflight(typed, credentials, { reference })) {
      if (!ok) throw new Rejected({ [step === 'address' ? 'origin' : field]: message }, message)
    }
    const moved = { ...tenant, crossbarOrigin: crossbarOrigin(typed).text }
    const { token } = await testCredentials(moved, credentials, field, reference)
    await storeCredentials(moved, credentials, token, null).catch((error: unknown) => {
      if (error instanceof Conflict) throw new Rejected({ origin: 'messages.connection.hostTaken' })
      throw error
    })
  })
}
