// Creates a tenant from the command line, after its Kazoo has been checked.
import { randomUUID } from 'node:crypto'
import { env } from '../../lib/env.ts'
import { Rejected } from '../../lib/errors.ts'
import { authenticate } from '../../lib/kazoo/auth.ts'
import { crossbarOrigin } from '../../lib/kazoo/origin.ts'
import { preflight, type Finding } from '../../lib/kazoo/preflight.ts'
import { appendAuditEvent } from '../../lib/store/audit-events.ts'
import { recordCredentialsSuccess, type Credentials } from '../../lib/store/credentials.ts'
import { createTenant, type TenantDraft, type TenantRecord } from '../../lib/store/tenants.ts'

/** What the operator enters about a tenant; the account comes from Kazoo. */
export type Connection = {
  name: string
  origin: string
  credentials: Credentials
  owner: TenantDraft['owner']
}

/**
 * Checks Kazoo step by step, reports each result to `report`, and creates the tenant if all succeed.
 * @throws Rejected when a step failed (its result was reported), when the account has a portal, when the
 * e-mail address is taken
 */
export async function connectTenant(
  wanted: Connection,
  report: (finding: Finding) => void,
): Promise<TenantRecord> {
  let passed = true
  for await (const finding of preflight(wanted.origin, wanted.credentials)) {
    report(finding)
    passed &&= finding.ok
  }
  if (!passed) throw new Rejected({}, 'messages.preflight.stopped')
  const origin = crossbarOrigin(wanted.origin, env().kazooAllowedOrigins)
  const reference = randomUUID()
  const { account } = await authenticate(origin, wanted.credentials, reference)
  const { name, credentials, owner } = wanted
  const tenant = await createTenant({ name, crossbarOrigin: origin.text, account, credentials, owner })
  await recordCredentialsSuccess(tenant.id)
  await appendAuditEvent(
    {
      tenant: tenant.id,
      actor: { member: null, name: 'the operator', kind: 'operator' },
      verb: 'tenant.create',
      subject: { kind: 'tenant', name, resource: { kind: 'account', ref: account } },
      path: [],
      before: null,
      after: { name, origin: origin.text, owner: owner.email },
      reference,
      clientAddress: null,
      userAgent: null,
    },
    'done',
    'messages.commandLine',
  )
  return tenant
}
