// The team: invited, given roles, suspended, removed; the last owner stays. Real Redis and Postgres. Imported
// first, because it prepares what Next needs.
import { as, openTeam, PASSWORD, viewerIn, type Team } from '../../../testing/team.ts'
import type { TestBrowser } from '../../../testing/browser.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seal } from '../../sealed.ts'
import { auditEventsOf } from '../../store/audit-events.ts'
import { database } from '../../store/database.ts'
import { findMember, findMemberByEmail, listMembers, type MemberRecord } from '../../store/members.ts'
import { insertPasskey } from '../../store/passkeys.ts'
import type { Role } from '../../views/viewer.ts'
import { signIn } from '../auth/sign-in.ts'
import { changeRole, removeMember, resumeMember, suspendMember } from './decide.ts'
import { findTeamMember, listTeam } from './find.ts'
import { inviteAgain, inviteMember } from './invite.ts'

let team: Team
let owner: TestBrowser
let olga: MemberRecord
beforeAll(async () => {
  team = await openTeam()
  owner = await team.enter()
  const found = await findMemberByEmail('olga@example.com')
  if (found === null) throw new Error('no owner')
  olga = found
})
afterAll(() => team.close())

async function entered(role: Role) {
  const who = await team.member(role)
  return { who, browser: await team.enter(who.email) }
}
const invitation = (role: Role, email: string) => ({ name: 'Nina New', email, role, language: 'en' as const })

describe('security row 3: permissions within the team', () => {
  test.each(['support', 'viewer'] as const)('%s sees the team and changes nothing in it', async (role) => {
    const { browser } = await entered(role)
    const rows = await as(browser, listTeam)
    expect(rows.filter(({ me }) => me)).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toMatch(/hash|argon2|v1\./)
    const refused = { name: 'Forbidden', userMessage: 'messages.role' }
    for (const act of [suspendMember, resumeMember, removeMember]) {
      await expect(as<unknown>(browser, (viewer) => act(viewer, olga.id))).rejects.toMatchObject(refused)
    }
    await expect(
      as(browser, (viewer) => inviteMember(viewer, invitation('viewer', 'x@example.com'))),
    ).rejects.toMatchObject(refused)
    await expect(
      as(browser, (viewer) => changeRole(viewer, olga.id, 'owner')),
      'whatever role is asked for',
    ).rejects.toMatchObject(refused)
  })

  test('an admin gives no role above their own and changes no owner', async () => {
    const { browser } = await entered('admin')
    const helper = await team.member('support')
    await expect(
      as(browser, (viewer) => inviteMember(viewer, invitation('owner', 'x@example.com'))),
    ).rejects.toMatchObject({ fields: { role: 'messages.team.above' } })
    await expect(as(browser, (viewer) => changeRole(viewer, helper.id, 'owner'))).rejects.toMatchObject({
      fields: { role: 'messages.team.above' },
    })
    for (const act of [suspendMember, removeMember]) {
      await expect(as<unknown>(browser, (viewer) => act(viewer, olga.id))).rejects.toMatchObject({
        userMessage: 'messages.team.above',
      })
    }
    await as(browser, (viewer) => changeRole(viewer, helper.id, 'admin'))
    expect((await findMember(helper.id))?.role).toBe('admin')
  })

  test('no member acts on themselves, on another team, or on an unknown id', async () => {
    await expect(as(owner, (viewer) => removeMember(viewer, olga.id))).rejects.toMatchObject({
      userMessage: 'messages.team.self',
    })
    for (const nobody of ['', 'x', "' or 1=1", '00000000-0000-4000-8000-000000000000']) {
      await expect(as(owner, (viewer) => removeMember(viewer, nobody))).rejects.toMatchObject({
        name: 'NotFound',
      })
    }
  })
})

test('the list shows who has a second factor, also a passkey, and who is the last owner', async () => {
  const { id: member, tenant } = await team.member('viewer', 'Petra Passkey')
  const key = { credential: 'petras', publicKey: new Uint8Array([1]), counter: 0, transports: [] }
  await insertPasskey(database(), { ...key, tenant, member, name: 'Phone', rpId: 'elsewhere.example' })
  const rows = await as(owner, listTeam)
  expect(rows.filter(({ secondFactor }) => secondFactor).map(({ name }) => name)).toEqual(['Petra Passkey'])
  expect(rows.filter(({ lastOwner }) => lastOwner).map(({ me }) => me)).toEqual([true])
  const second = await team.member('owner')
  expect((await as(owner, listTeam)).filter(({ lastOwner }) => lastOwner)).toEqual([])
  await as(owner, (viewer) => removeMember(viewer, second.id))
})

test('a member is shown with the roles that the viewer may give, and a member of another team is not found', async () => {
  const { browser } = await entered('admin')
  const seen = await as(browser, (viewer) => findTeamMember(viewer, olga.id))
  expect(seen).toMatchObject({ above: true, roles: ['admin', 'support', 'viewer'] })
  for (const nobody of ['', 'x', '00000000-0000-4000-8000-000000000000']) {
    const asked = as(owner, (viewer) => findTeamMember(viewer, nobody))
    await expect(asked).rejects.toMatchObject({ name: 'NotFound' })
  }
})

test('an invited member gets a mail and cannot sign in before they have set a password', async () => {
  await as(owner, (viewer) => inviteMember(viewer, invitation('admin', 'Nina@Example.com')))
  const nina = await findMemberByEmail('nina@example.com')
  expect(nina).toMatchObject({ status: 'invited', role: 'admin', passwordHash: null })
  const letter = { kind: 'invitation', inviter: 'Olga Owner', company: 'Harbour Telephony' }
  expect(await team.mails()).toContainEqual({ recipient: 'Nina@Example.com', mail: letter })
  await expect(owner.run(() => signIn('nina@example.com', seal('')))).rejects.toMatchObject({
    userMessage: 'messages.signIn.refused',
  })
  await as(owner, (viewer) => inviteAgain(viewer, nina?.id ?? ''))
  expect((await team.mails()).filter(({ mail }) => JSON.stringify(mail).includes('invitation'))).toHaveLength(
    2,
  )
  await expect(
    as(owner, (viewer) => inviteMember(viewer, invitation('viewer', 'NINA@example.com'))),
  ).rejects.toMatchObject({ fields: { email: 'messages.member.taken' } })
  const member = await team.member('viewer')
  await expect(as(owner, (viewer) => inviteAgain(viewer, member.id))).rejects.toMatchObject({
    userMessage: 'messages.team.notInvited',
  })
})

describe('security row 13: a decision takes effect at once', () => {
  test('another role ends the sessions under the old one', async () => {
    const { who, browser } = await entered('viewer')
    await as(owner, (viewer) => changeRole(viewer, who.id, 'support'))
    expect(await viewerIn(browser)).toBeNull()
    expect((await viewerIn(await team.enter(who.email)))?.session.record.role).toBe('support')
    const [event] = await auditEventsOf(team.tenant.id, { limit: 1 })
    expect(event).toMatchObject({
      verb: 'member.edit',
      actor: { name: 'Olga Owner' },
      before: { role: 'viewer' },
      after: { role: 'support' },
    })
  })

  test('a suspended member is signed out and stays out until they are resumed', async () => {
    const { who, browser } = await entered('support')
    await as(owner, (viewer) => suspendMember(viewer, who.id))
    expect(await viewerIn(browser)).toBeNull()
    await expect(browser.run(() => signIn(who.email, seal(PASSWORD)))).rejects.toMatchObject({
      userMessage: 'messages.signIn.refused',
    })
    await as(owner, (viewer) => resumeMember(viewer, who.id))
    await team.enter(who.email, browser)
    expect(await viewerIn(browser)).not.toBeNull()
  })

  test('a removed member is gone, and stays in the audit log by name', async () => {
    const { who, browser } = await entered('support')
    await as(owner, (viewer) => removeMember(viewer, who.id))
    expect(await viewerIn(browser)).toBeNull()
    expect(await findMember(who.id)).toBeNull()
    const [event] = await auditEventsOf(team.tenant.id, { limit: 1 })
    expect(event).toMatchObject({ verb: 'member.remove', subject: { name: who.name } })
  })

  test('a sign-in during a suspension fails', async () => {
    for (let round = 0; round < 5; round++) {
      const { who, browser } = await entered('viewer')
      await Promise.allSettled([
        browser.run(() => signIn(who.email, seal(PASSWORD))),
        as(owner, (viewer) => suspendMember(viewer, who.id)),
      ])
      expect(await viewerIn(browser)).toBeNull()
    }
  })
})

describe('the last owner', () => {
  test('stays: of two owners who remove, suspend or demote each other at once, one remains', async () => {
    const acts = [
      (browser: TestBrowser, who: string) => as(browser, (viewer) => removeMember(viewer, who)),
      (browser: TestBrowser, who: string) => as(browser, (viewer) => suspendMember(viewer, who)),
      (browser: TestBrowser, who: string) => as(browser, (viewer) => changeRole(viewer, who, 'viewer')),
    ]
    for (const act of acts) {
      const [one, two] = await Promise.all([entered('owner'), entered('owner')])
      // Only these two.
      const others = (await listMembers(team.tenant.id)).filter(
        ({ id, role, status }) =>
          role === 'owner' && status === 'active' && ![one.who.id, two.who.id].includes(id),
      )
      for (const { id } of others) await as(one.browser, (viewer) => suspendMember(viewer, id))
      await Promise.allSettled([act(one.browser, two.who.id), act(two.browser, one.who.id)])
      const left = (await listMembers(team.tenant.id)).filter(
        ({ role, status }) => role === 'owner' && status === 'active',
      )
      expect(left).toHaveLength(1)
    }
  })
})
