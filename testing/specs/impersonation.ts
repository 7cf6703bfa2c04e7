// Impersonation: who may, and what is possible; on a Kazoo that issues its own token, and on one that
// refuses.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden, NotFound } from '../../lib/errors.ts'
import { listUsers, type UserRowDoc } from '../../lib/kazoo/users.ts'
import { endSessionsOf } from '../../lib/session/member-sessions.ts'
import { withProxyIds, resolve } from '../../lib/session/proxy-ids.ts'
import type { Viewer } from '../../lib/session/viewer.ts'
import { auditEventsOf } from '../../lib/store/audit-events.ts'
import { database } from '../../lib/store/database.ts'
import { ROLES, VERBS, type Role } from '../../lib/views/viewer.ts'
import { findAccount } from '../../lib/domain/account/find.ts'
import { findRoot, listBranch } from '../../lib/domain/account/branch.ts'
import { grantOf } from '../../lib/domain/grant.ts'
import { findKazooStatus } from '../../lib/domain/connection/kazoo-status.ts'
import { verbsOf } from '../../lib/domain/permission.ts'
import { impersonatingViewer } from '../impersonating-viewer.ts'
import { DOMAIN_CALLS } from '../domain-calls.ts'
import { columnOf, permits } from '../permissions.ts'
import type { Team } from '../team.ts'
import { startImpersonation } from '../../lib/domain/impersonation/start.ts'
import {
  endImpersonationOfMe,
  endImpersonationOf,
  endOwnImpersonation,
} from '../../lib/domain/impersonation/end.ts'
import { nameOf } from '../../lib/domain/impersonation/resolve-target.ts'
import {
  chooseImpersonationPolicy,
  listImpersonations,
  listOwnImpersonations,
} from '../../lib/domain/impersonation/find.ts'
import { findImpersonationTarget } from '../../lib/domain/impersonation/find-target.ts'

const READ_ONLY = { reason: 'The phone is silent', ticket: 'T-17', changes: false }
const CHANGING = { ...READ_ONLY, changes: true }

/** A tenant of one Kazoo, whose team has at least one member of each role. */
export type ImpersonationEnvironment = {
  simulator: Team['simulator']
  tenant: string
  viewer: (role: Role) => Promise<Viewer>
  close: () => Promise<void>
}

/** Two customers in accounts of their own, by the ids of this viewer. */
async function customersOf(viewer: Viewer) {
  const { root, branch } = await findRoot(viewer)
  const { rows } = branch.rows.length > 0 ? branch : await listBranch(viewer, root.id, null)
  const found: { account: string; accountName: string; user: string; doc: UserRowDoc }[] = []
  for (const row of rows) {
    const account = await resolve(viewer.session, 'account', row.id)
    const [doc] = await listUsers(grantOf(viewer).kazoo, account)
    if (doc === undefined) continue
    const user = await withProxyIds(viewer.session, (issue) => issue('user', { account, user: doc.id }))
    found.push({ account: row.id, accountName: row.name, user, doc })
    if (found.length === 2) break
  }
  const [ann, bob] = found
  if (ann === undefined || bob === undefined) throw new Error('there are no two customers')
  return { ann, bob }
}

/** Starts an impersonation. Returns its viewer. */
async function impersonation(viewer: Viewer, user: string, start: typeof READ_ONLY): Promise<Viewer> {
  const as = await impersonatingViewer(viewer, await startImpersonation(viewer, { ...start, target: user }))
  if (as === null) throw new Error('it is over already')
  return as
}

/** The paths of a viewer's own active impersonations. */
async function resumable(who: Viewer): Promise<string[]> {
  return (await listImpersonations(who)).rows.flatMap(({ resume }) => resume ?? [])
}

/** The impersonation specs; `native`: whether Kazoo issues a token of its own. */
export function describeImpersonation(native: boolean, open: () => Promise<ImpersonationEnvironment>): void {
  let environment: ImpersonationEnvironment
  beforeAll(async () => {
    environment = await open()
  })
  afterAll(() => environment.close())

  test.each(ROLES.flatMap((role) => [false, true].map((changes) => ({ role, changes }))))(
    '$role as a customer (with changes: $changes), by the table, and in the audit log under their own name',
    async ({ role, changes }) => {
      const start = { ...READ_ONLY, changes }
      const viewer = await environment.viewer(role)
      const { ann } = await customersOf(viewer)
      const targetName = nameOf(ann.doc)
      if (role === 'viewer') {
        await environment.simulator.clearRequests()
        await expect(startImpersonation(viewer, { ...start, target: ann.user })).rejects.toBeInstanceOf(
          Forbidden,
        )
        expect(await environment.simulator.requests()).toEqual([])
        return
      }
      const as = await impersonation(viewer, ann.user, start)
      const { name } = viewer.session.record
      expect(as.session.record).toMatchObject({
        role: ann.doc.privilege === 'admin' ? 'accountAdmin' : 'accountUser',
        name,
        impersonation: { targetName, account: ann.accountName, role, changes, native },
      })
      expect(as.session.token.equals(viewer.session.token)).toBe(!native)
      const [event] = await auditEventsOf(environment.tenant, { limit: 1 })
      expect(event).toMatchObject({
        verb: 'impersonation.start',
        stage: 'done',
        actor: { name },
        subject: { name: targetName, kind: 'user' },
        after: { reason: READ_ONLY.reason, ticket: 'T-17', changes },
      })
    },
  )

  test('whether Kazoo or the portal enforces it is shown before it begins, and on the connection page', async () => {
    const viewer = await environment.viewer('owner')
    const { ann } = await customersOf(viewer)
    expect(await findImpersonationTarget(viewer, ann.user)).toMatchObject({ by: native ? 'kazoo' : 'portal' })
    expect(await findImpersonationTarget(viewer, ann.account)).toMatchObject({
      by: native ? 'unknown' : 'portal',
    })
    const capabilities = [
      { name: 'accounts', works: true },
      { name: 'impersonation', works: native },
      { name: 'recovery', works: true },
    ]
    expect(await findKazooStatus(viewer)).toMatchObject({ ok: true, capabilities })

    // An error of Kazoo makes a capability unknown, not missing.
    const broken = { kind: 'status', status: 500 }
    await environment.simulator.fault({ pattern: '**/services/summary', fault: broken })
    const unsaid = [{ name: 'accounts', works: native || null }, ...capabilities.slice(1)]
    expect(await findKazooStatus(viewer)).toMatchObject({ ok: true, capabilities: unsaid })
    await environment.simulator.clearFaults()
  })

  test('an account offers its users, and its only admin first; reasons that were given are offered again', async () => {
    const viewer = await environment.viewer('owner')
    const { ann } = await customersOf(viewer)
    await startImpersonation(viewer, { ...READ_ONLY, reason: 'No dial tone', target: ann.user })
    const { choices, chosen, reasons } = await findImpersonationTarget(viewer, ann.account)
    const admins = choices.filter(({ admin }) => admin)
    expect(choices.slice(0, admins.length)).toEqual(admins)
    expect(choices).toContainEqual({
      target: ann.user,
      name: nameOf(ann.doc),
      admin: ann.doc.privilege === 'admin',
    })
    expect(chosen).toBe(admins.length === 1 ? admins[0]?.target : ann.account)
    expect(reasons[0]).toBe('No dial tone')
    expect((await findImpersonationTarget(viewer, ann.user)).choices).toEqual([])
  })

  test('in an account the member has the rights of its admin, and no more', async () => {
    const viewer = await environment.viewer('owner')
    const { bob } = await customersOf(viewer)
    const as = await impersonatingViewer(
      viewer,
      await startImpersonation(viewer, { ...READ_ONLY, target: bob.account }),
    )
    if (as === null) throw new Error('it is over already')
    expect(as.session.record).toMatchObject({
      role: 'accountAdmin',
      self: null,
      impersonation: { targetName: null },
    })
    expect((await findRoot(as)).root.name).toBe(bob.accountName)
  })

  test('a read-only impersonation is refused every change before Kazoo gets a request', async () => {
    const viewer = await environment.viewer('owner')
    const { bob } = await customersOf(viewer)
    const as = await impersonatingViewer(
      viewer,
      await startImpersonation(viewer, { ...READ_ONLY, target: bob.account }),
    )
    if (as === null) throw new Error('it is over already')
    await environment.simulator.clearRequests()
    const column = columnOf(as.session.record)
    for (const verb of VERBS.filter((each) => !permits(each, column)))
      for (const ask of DOMAIN_CALLS[verb]) await expect(ask(as), verb).rejects.toBeInstanceOf(Forbidden)
    expect(await environment.simulator.requests()).toEqual([])
  })

  test("an impersonation starts no other, shows no password, and does nothing that the member's own role forbids", async () => {
    const viewer = await environment.viewer('support')
    const { ann } = await customersOf(viewer)
    const as = await impersonatingViewer(
      viewer,
      await startImpersonation(viewer, { ...CHANGING, target: ann.account }),
    )
    expect(as && verbsOf(as.session.record)).toEqual([
      'account.read',
      'device.read',
      'device.create',
      'device.edit',
      'device.reboot',
      'user.read',
      'user.edit',
      'selfService.read',
      'selfService.forward',
      'selfService.voicemail',
    ])
  })

  test('ids of one impersonation, and of the member’s own session, are not found in another', async () => {
    const viewer = await environment.viewer('owner')
    const { ann, bob } = await customersOf(viewer)
    const asAnn = await impersonatingViewer(
      viewer,
      await startImpersonation(viewer, { ...CHANGING, target: ann.account }),
    )
    const asBob = await impersonatingViewer(
      viewer,
      await startImpersonation(viewer, { ...CHANGING, target: bob.account }),
    )
    if (asAnn === null || asBob === null) throw new Error('it is over already')
    const account = (await findRoot(asAnn)).root.id
    await environment.simulator.clearRequests()
    for (const other of [viewer, asBob])
      await expect(findAccount(other, account, 'account.read')).rejects.toBeInstanceOf(NotFound)
    await expect(findAccount(asAnn, ann.account, 'account.read')).rejects.toBeInstanceOf(NotFound)
    expect(await environment.simulator.requests()).toEqual([])
    expect((await findAccount(asAnn, account, 'account.read')).account.name).toBe(ann.accountName)
  })

  test('it lasts an hour at most, and ends by the banner, by an owner, and when the member leaves the team', async () => {
    const viewer = await environment.viewer('support')
    const owner = await environment.viewer('owner')
    const { ann } = await customersOf(viewer)
    const bases = await Promise.all(
      [1, 2, 3].map(() => startImpersonation(viewer, { ...READ_ONLY, target: ann.user })),
    )
    const [resumes, ofOwner] = [await resumable(viewer), await resumable(owner)]
    for (const base of bases) {
      expect(resumes.some((path) => base.startsWith(`${path}/`))).toBe(true)
      expect(ofOwner.some((path) => base.startsWith(path))).toBe(false)
    }

    const [first, second, third] = await Promise.all(bases.map((base) => impersonatingViewer(viewer, base)))
    const left = (first?.session.record.endsAt ?? 0) - Date.now()
    expect(left).toBeGreaterThan(59 * 60_000)
    expect(left).toBeLessThanOrEqual(60 * 60_000)

    if (!first || !second || !third) throw new Error('it is over already')
    await endOwnImpersonation(first)
    expect(await resumable(viewer)).toHaveLength(resumes.length - 1)
    await expect(
      endImpersonationOf(viewer, second.session.record.impersonation?.id ?? ''),
    ).rejects.toBeInstanceOf(Forbidden)
    await endImpersonationOf(owner, second.session.record.impersonation?.id ?? '')
    expect((await listImpersonations(owner)).rows.map(({ endedBy }) => endedBy)).toEqual(
      expect.arrayContaining(['self', 'owner']),
    )
    await endSessionsOf(viewer.session.record.principal)
    for (const base of bases) expect(await impersonatingViewer(viewer, base)).toBeNull()
    await expect(endImpersonationOf(owner, randomUUID())).rejects.toBeInstanceOf(NotFound)
  })

  test('the customer sees who impersonates them and can end it, where the tenant shows it', async () => {
    const viewer = await environment.viewer('owner')
    const { bob } = await customersOf(viewer)
    const base = await startImpersonation(viewer, { ...READ_ONLY, target: bob.user })
    const as = await impersonatingViewer(viewer, base)
    if (as === null) throw new Error('it is over already')
    const { session } = as
    const customer: Viewer = {
      ...as,
      session: { ...session, record: { ...session.record, impersonation: null } },
    }
    await chooseImpersonationPolicy(viewer, { shown: false, mailed: false })
    expect(await listOwnImpersonations(customer)).toEqual([])
    await chooseImpersonationPolicy(viewer, { shown: true, mailed: false })
    const id = session.record.impersonation?.id ?? ''
    expect((await listOwnImpersonations(customer)).find((row) => row.id === id)).toMatchObject({
      member: viewer.session.record.name,
      reason: READ_ONLY.reason,
    })
    await endImpersonationOfMe(customer, id)
    expect(await impersonatingViewer(viewer, base)).toBeNull()
    await expect(endImpersonationOfMe(customer, id)).rejects.toBeInstanceOf(NotFound)
  })

  test('where the tenant wants it the customer gets a mail with the reason', async () => {
    const viewer = await environment.viewer('owner')
    const { ann } = await customersOf(viewer)
    await chooseImpersonationPolicy(viewer, { shown: true, mailed: true })
    await startImpersonation(viewer, { ...CHANGING, target: ann.user })
    await chooseImpersonationPolicy(viewer, { shown: true, mailed: false })
    const mails = await database().selectFrom('outbox').select(['recipient', 'mail']).execute()
    expect(mails.filter(({ mail }) => JSON.stringify(mail).includes('impersonated'))).toEqual([
      {
        recipient: ann.doc.email,
        mail: expect.objectContaining({ kind: 'impersonated', reason: READ_ONLY.reason, changes: true }),
      },
    ])
  })
}
