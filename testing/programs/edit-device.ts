// A portal process in which a member renames a device; it is killed while Kazoo stalls.
import { randomBytes } from 'node:crypto'
import { env } from '../../lib/env.ts'
import { seal } from '../../lib/sealed.ts'
import { MEMBER_SESSION } from '../../lib/session/record-doc.ts'
import { storeSession } from '../../lib/session/record.ts'
import type { Viewer } from '../../lib/session/viewer.ts'
import { listMembers } from '../../lib/store/members.ts'
import { findTenant } from '../../lib/store/tenants.ts'
import { findRoot } from '../../lib/domain/account/branch.ts'
import { editDevice } from '../../lib/domain/device/edit.ts'
import { listEveryDevice } from '../../lib/domain/device/list.ts'
import { tenantToken } from '../../lib/domain/grant.ts'

const [tenant = '', device = '', name = ''] = process.argv.slice(2)

async function owner(): Promise<Viewer> {
  const [tenantRecord, [member], token] = await Promise.all([
    findTenant(tenant),
    listMembers(tenant),
    tenantToken(tenant, 'killed'),
  ])
  if (tenantRecord === null || member === undefined) throw new Error('there is no viewer')
  const who = {
    ...MEMBER_SESSION,
    principal: member.id,
    name: member.name,
    email: member.email,
    role: member.role,
  }
  const where = {
    tenant,
    tenantName: tenantRecord.name,
    origin: tenantRecord.crossbarOrigin,
    granted: tenantRecord.account,
  }
  const state = { trialEndsAt: null, connected: true }
  const [id, idKey] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')]
  const session = await storeSession(id, { ...who, ...where, ...state }, seal<'id key'>(idKey), token)
  const host = new URL(env().portalOrigin).host
  const request = {
    reference: 'killed',
    address: '192.0.2.9',
    agent: 'vitest',
    host,
    path: '',
    setStatus: () => undefined,
  }
  return { session, request, base: '' }
}

const viewer = await owner()
const account = (await findRoot(viewer)).branch.rows[0]?.id ?? ''
const found = (await listEveryDevice(viewer, account))?.find((row) => row.name === device)
console.log('writes')
await editDevice(viewer, found?.id ?? '', {
  typed: { name },
  initialValues: { name: device },
  sipPassword: null,
})
console.log('wrote')
