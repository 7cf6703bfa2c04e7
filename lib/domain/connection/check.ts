// Checks another address of the Kazoo step by step before a tenant switches to it, and stores nothing.
import 'server-only'
import { Rejected, Unavailable } from '../../errors.ts'
import { crossbarOrigin } from '../../kazoo/origin.ts'
import { preflight, type Finding } from '../../kazoo/preflight.ts'
import { log } from '../../log.ts'
import { throttle } from '../../session/throttle.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { Credentials } from '../../store/credentials.ts'
import type { LocalizedMessage } from '../../i18n/message-key.ts'
import { permit } from '../permission.ts'
import { tenantOf } from './credentials.ts'
import { testCredentials } from './credentials.ts'

type HostFinding = {
  step: Finding['step'] | 'same'
  ok: boolean
  message: LocalizedMessage
  warning?: boolean
}

/**
 * The preflight of `typed`, and then whether it opens the granted account.
 * @throws Rejected before the first finding: too often; Forbidden; Unavailable
 */
export async function* checkHost(
  viewer: Viewer,
  typed: string,
  credentials: Credentials,
): AsyncGenerator<HostFinding> {
  permit(viewer, 'connection.edit')
  const { reference } = viewer.request
  await throttle('address')
  let accountOpened = false
  for await (const { step, ok, message, detail, warning = false } of preflight(typed, credentials, {
    reference,
  })) {
    if (!ok) log.info('a preflight failed', { step, detail, reference })
    accountOpened ||= step === 'account' && ok
    yield { step, ok, message, warning }
  }
  if (accountOpened) yield await sameAccount(viewer, typed, credentials)
}

async function sameAccount(viewer: Viewer, typed: string, credentials: Credentials): Promise<HostFinding> {
  const tenant = await tenantOf(viewer)
  const moved = { account: tenant.account, crossbarOrigin: crossbarOrigin(typed).text }
  try {
    await testCredentials(moved, credentials, 'key', viewer.request.reference)
    return { step: 'same', ok: true, message: 'messages.connection.same' }
  } catch (error) {
    if (error instanceof Rejected || error instanceof Unavailable)
      return { step: 'same', ok: false, message: error.userMessage }
    throw error
  }
}
