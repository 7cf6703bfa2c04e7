import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startMailCatcher, type MailCatcher } from '../../../scripts/services/mail-catcher.ts'
import { startRedis } from '../../../scripts/services/redis.ts'
import { testStore } from '../../../testing/store.ts'
import { deliverMails } from '../../jobs/deliver-mail.ts'
import { jobsOf } from '../../jobs/jobs.ts'
import { env } from '../../env.ts'
import { openMailer, type Mailer } from '../../mail/smtp.ts'
import { seal, unseal } from '../../sealed.ts'
import { indexSession, sessionsOf } from '../../session/member-sessions.ts'
import { closeRedis, withRedis } from '../../session/redis.ts'
import { auditEventsOf } from '../../store/audit-events.ts'
import { closeDatabase, database } from '../../store/database.ts'
import { insertDomain, putLiveDomain } from '../../store/domains.ts'
import { decide, editMember } from '../../store/member-changes.ts'
import {
  findMember,
  insertMember,
  listMembers,
  recordSignIn,
  type MemberRecord,
} from '../../store/members.ts'
import { editTenant, suspendTenant } from '../../store/tenant-state.ts'
import { createTenant } from '../../store/tenants.ts'
import { issueLink, peekLink, useLink } from './link.ts'
import { linkToken, type LinkToken } from './link-token.ts'
import { enqueueMail, recipientOf } from '../mail.ts'
import { confirmEmail } from '../member/profile.ts'
import { verifyPassword } from './password.ts'
import { askForReset, resetPassword } from './recovery.ts'

const HERE = 'http://localhost:3000'
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const GOOD = seal<'password'>('seven lanterns over the quay')
let catcher: MailCatcher
let redis: Awaited<ReturnType<typeof startRedis>>
let client: Client
let mailer: Mailer
let member: MemberRecord
let accounts = 0

beforeAll(async () => {
  ;[catcher, redis] = await Promise.all([startMailCatcher(), startRedis()])
  const more = { REDIS_URL: redis.url, SMTP_URL: catcher.smtpUrl, MAIL_FROM: 'Portal <portal@example.com>' }
  client = new Client({ connectionString: await testStore({ ...more, SIGN_IN_ATTEMPTS: '100000' }) })
  await client.connect()
  const { smtpUrl, mailFrom } = env()
  if (smtpUrl === null || mailFrom === null) throw new Error('no mail in this environment')
  mailer = openMailer(smtpUrl, mailFrom)
})
beforeEach(async () => {
  catcher.clear()
  await client.query('delete from jobs')
  await client.query('delete from outbox')
  accounts += 1
  const tenant = await createTenant({
    name: 'Acme',
    crossbarOrigin: 'https://kazoo.example.com',
    account: seal(String(accounts).padStart(32, '0')),
    credentials: { kind: 'api key', key: seal('key') },
    owner: { name: 'Olga Owner', email: `olga${accounts}@example.com`, passwordHash: null },
  })
  const [owner] = await listMembers(tenant.id)
  if (owner === undefined) throw new Error('a tenant without an owner')
  member = owner
})
afterAll(async () => {
  mailer.close()
  await Promise.all([closeRedis(), closeDatabase(), client.end()])
  await Promise.all([catcher.stop(), redis.stop()])
})

/** Runs the jobs that are due at `now`, once. */
async function runDueJobs(now = new Date()): Promise<void> {
  const context = { now: () => now, ending: () => false }
  for (const job of jobsOf(null)) await job.run(context)
  await deliverMails(mailer, context)
}

async function mailTo(
  email: string,
  kind: 'forgotPassword' | 'emailChange' = 'forgotPassword',
): Promise<void> {
  await database()
    .transaction()
    .execute((trx) => enqueueMail(trx, recipientOf(member, email), { kind }))
}

function tokenIn(at = -1): LinkToken {
  const found = /\/link\/([\w-]+)/.exec(catcher.mails().at(at)?.text ?? '')?.[1] ?? ''
  const token = linkToken(found)
  if (token === null) throw new Error('no link in this mail')
  return token
}

async function freshInvitation(): Promise<LinkToken> {
  const mail = { kind: 'invitation', inviter: 'Ina Inviter', company: 'Acme' } as const
  await database()
    .transaction()
    .execute((trx) => enqueueMail(trx, recipientOf(member), mail))
  await runDueJobs()
  return tokenIn()
}

async function freshLink(): Promise<LinkToken> {
  await mailTo(member.email)
  await runDueJobs()
  return tokenIn()
}

async function hasPassword(password = GOOD): Promise<boolean> {
  return verifyPassword((await findMember(member.id))?.passwordHash ?? null, password)
}

const at = (host: string) => `http://${host}:3000`
const spent = { name: 'Rejected', userMessage: 'messages.link.used' }

test('security row 17: a reset link sets a password once, and the member is notified that it was set', async () => {
  await askForReset(member.email.toUpperCase(), HERE)
  await runDueJobs()
  expect(catcher.mails()).toMatchObject([{ to: [member.email], subject: 'Reset your password' }])
  const token = tokenIn()
  await resetPassword(token, HERE, GOOD)
  expect(await hasPassword()).toBe(true)
  await expect(resetPassword(token, HERE, seal('another one, much longer'))).rejects.toMatchObject(spent)
  expect(await hasPassword()).toBe(true)
  await runDueJobs()
  expect(catcher.mails().at(-1)).toMatchObject({ to: [member.email], subject: 'Your password was changed' })
  const [event] = await auditEventsOf(member.tenant, { limit: 1, before: 1_000_000 })
  expect(event).toMatchObject({ verb: 'password.reset', actor: { name: 'Olga Owner' } })
})

test('security row 17: of two concurrent uses of a link one succeeds', async () => {
  const token = await freshLink()
  const tries = Array.from({ length: 8 }, (_, number) =>
    resetPassword(token, HERE, seal(`a fine passphrase number ${number}`)),
  )
  const outcomes = await Promise.allSettled(tries)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const winner = outcomes.findIndex(({ status }) => status === 'fulfilled')
  expect(await hasPassword(seal(`a fine passphrase number ${winner}`))).toBe(true)
})

test('security row 17: a used link stays used, whatever happens to its row', async () => {
  const token = await freshLink()
  const seen = await peekLink(token, HERE)
  if (seen === null) throw new Error('the link is not good')
  expect(await useLink(database(), seen)).toMatchObject({ member: member.id, purpose: 'forgot password' })
  expect(await peekLink(token, HERE)).toBeNull()
  expect(await useLink(database(), seen)).toBeNull()
})

test('security row 17: an expired link or one on another origin is refused, and the wrong origin does not use it up', async () => {
  const token = await freshLink()
  const late = new Date(Date.now() + 60 * MINUTE + 1_000)
  expect(await peekLink(token, HERE, late)).toBeNull()
  await expect(resetPassword(token, HERE, GOOD, late)).rejects.toMatchObject(spent)
  await expect(resetPassword(token, 'https://other.example', GOOD)).rejects.toMatchObject(spent)
  expect(await hasPassword()).toBe(false)
  await resetPassword(token, HERE, GOOD, new Date(Date.now() + 59 * MINUTE))
  expect(await hasPassword()).toBe(true)
})

test('security row 17: an invitation can be accepted for seven days, not longer, and not after a newer one', async () => {
  await client.query(`update members set status = 'invited' where id = $1`, [member.id])
  const older = await freshInvitation()
  const token = await freshInvitation()
  expect(await peekLink(older, HERE)).toBeNull()
  const late = new Date(Date.now() + 7 * DAY + 1_000)
  expect(await peekLink(token, HERE, late)).toBeNull()
  await expect(resetPassword(token, HERE, GOOD, late)).rejects.toMatchObject(spent)
  await resetPassword(token, HERE, GOOD, new Date(Date.now() + 7 * DAY - MINUTE))
  expect((await findMember(member.id))?.status).toBe('active')
})

test('security row 17: opening a link does not use it up, however often a mail scanner does so', async () => {
  const token = await freshLink()
  const looks = await Promise.all(Array.from({ length: 20 }, () => peekLink(token, HERE)))
  expect(looks.every((view) => view?.member.id === member.id)).toBe(true)
  await resetPassword(token, HERE, GOOD)
})

test('security row 17: the newest link is the valid one, also when two are created at once', async () => {
  const first = await freshLink()
  await Promise.all([mailTo(member.email), mailTo(member.email)])
  await Promise.all([runDueJobs(), runDueJobs()])
  const tokens = [first, tokenIn(-2), tokenIn(-1)]
  const good = await Promise.all(tokens.map((token) => peekLink(token, HERE)))
  expect(good.filter((view) => view !== null)).toHaveLength(1)
  expect(good[0]).toBeNull()
})

test('security row 17: only a hash is stored, and none before the mail is sent', async () => {
  await mailTo(member.email)
  const before = await client.query('select * from links where member = $1', [member.id])
  expect(before.rows).toEqual([])
  await runDueJobs()
  const [, token = ''] = /\/link\/([\w-]+)/.exec(catcher.mails().at(-1)?.text ?? '') ?? []
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  const rows = await client.query(
    'select l::text as text from links l union all select o::text from outbox o',
  )
  expect(rows.rowCount).toBeGreaterThan(0)
  expect(JSON.stringify(rows.rows)).not.toContain(token)
})

test('security row 17: using a link ends all sessions and voids every other link', async () => {
  await mailTo(member.email, 'emailChange')
  await runDueJobs()
  const other = tokenIn()
  const token = await freshLink()
  for (const digest of ['one', 'two']) {
    await withRedis((connection) => connection.set(`s:{${digest}}`, 'a session', 'PX', MINUTE))
    await indexSession({ digest }, member.id)
  }
  expect(await sessionsOf(member.id)).toHaveLength(2)
  await resetPassword(token, HERE, GOOD)
  expect(await sessionsOf(member.id)).toHaveLength(0)
  expect(await peekLink(other, HERE)).toBeNull()
})

test('without Redis nothing is changed: the link stays valid, and works when Redis is back', async () => {
  const token = await freshLink()
  redis.pause()
  await expect(resetPassword(token, HERE, GOOD)).rejects.toMatchObject({ name: 'Unavailable' })
  redis.resume()
  expect(await hasPassword()).toBe(false)
  await expect
    .poll(() =>
      resetPassword(token, HERE, GOOD).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true)
})

test('a refused password does not use the link up, and a link for another purpose sets no password', async () => {
  const token = await freshLink()
  await expect(resetPassword(token, HERE, seal('short'))).rejects.toMatchObject({
    fields: { password: { key: 'messages.password.short' } },
  })
  await resetPassword(token, HERE, GOOD)
  await mailTo('new@example.com', 'emailChange')
  await runDueJobs()
  await expect(resetPassword(tokenIn(), HERE, seal('yet another passphrase'))).rejects.toMatchObject(spent)
})

test("the tenant's name is refused as a password by every kind of link, and the link stays valid", async () => {
  for (const kind of ['setPassword', 'invitation', 'forgotPassword'] as const) {
    await client.query('update tenants set name = $1 where id = $2', ['Quayside Telecom', member.tenant])
    await database()
      .transaction()
      .execute((trx) =>
        enqueueMail(trx, recipientOf(member), { kind, company: 'Quayside Telecom', inviter: 'Ines' }),
      )
    await runDueJobs()
    const token = tokenIn()
    for (const own of ['QUAYSIDE telecom', 'lamps of Quayside 7', `${member.email} forever`])
      await expect(resetPassword(token, HERE, seal(own)), `${kind}: ${own}`).rejects.toMatchObject({
        fields: { password: 'messages.password.own' },
      })
    await resetPassword(token, HERE, GOOD)
  }
})

test('a suspended member loses links, queued mails and a pending address, and resuming restores none of them', async () => {
  const second = await insertMember(database(), member.tenant, {
    name: 'Sven Second',
    email: `sven${accounts}@example.com`,
    role: 'support',
    passwordHash: null,
  })
  const sven = await findMember(second)
  if (sven === null) throw new Error('no second member')
  await editMember(database(), sven, { pendingEmail: 'new@example.com' })
  const tokens: LinkToken[] = []
  for (const kind of ['forgotPassword', 'emailChange'] as const) {
    await database()
      .transaction()
      .execute((trx) => enqueueMail(trx, recipientOf(sven, 'new@example.com'), { kind }))
    await runDueJobs()
    tokens.push(tokenIn())
  }
  await database()
    .transaction()
    .execute((trx) => enqueueMail(trx, recipientOf(sven), { kind: 'forgotPassword' }))
  const before = catcher.mails().length
  expect(await decide(sven, { status: 'suspended' })).toBe('done')
  expect(await decide(sven, { status: 'active' })).toBe('done')
  await runDueJobs()
  expect(catcher.mails()).toHaveLength(before)
  for (const token of tokens) {
    expect(await peekLink(token, HERE)).toBeNull()
    await expect(resetPassword(token, HERE, GOOD)).rejects.toMatchObject(spent)
    await expect(confirmEmail(token, HERE)).rejects.toMatchObject(spent)
  }
  expect(await findMember(second)).toMatchObject({ pendingEmail: null, email: sven.email })
  // Later requests work.
  await askForReset(sven.email, HERE)
  await runDueJobs()
  await resetPassword(tokenIn(), HERE, GOOD)
})

test('a suspended tenant’s links set nothing, also after it is resumed; nor does a pending sign-in', async () => {
  const token = await freshLink()
  await editTenant(member.tenant, { status: 'suspended' })
  expect(await peekLink(token, HERE)).toBeNull()
  await expect(resetPassword(token, HERE, GOOD)).rejects.toMatchObject(spent)
  await editTenant(member.tenant, { status: 'active' })
  const other = await freshLink()
  await mailTo(member.email)
  const { stamp } = (await findMember(member.id)) ?? member
  const before = catcher.mails().length
  await suspendTenant(member.tenant)
  await editTenant(member.tenant, { status: 'active' })
  await runDueJobs()
  expect(catcher.mails()).toHaveLength(before)
  await expect(resetPassword(other, HERE, GOOD)).rejects.toMatchObject(spent)
  expect(await recordSignIn({ id: member.id, stamp })).toBe(false)
})

test('a member who is suspended while their link is created has none', async () => {
  for (let round = 0; round < 5; round += 1) {
    const owner = await insertMember(database(), member.tenant, {
      name: 'Rita Race',
      email: `rita${accounts}.${round}@example.com`,
      role: 'viewer',
      passwordHash: null,
    })
    const link = { tenant: member.tenant, member: owner, purpose: 'forgot password', address: 'r@x' } as const
    const [made] = await Promise.all([
      issueLink(database(), link, HERE, new Date()),
      decide({ tenant: member.tenant, id: owner }, { status: 'suspended' }),
    ])
    await decide({ tenant: member.tenant, id: owner }, { status: 'active' })
    const token = made && linkToken(unseal(made).split('/').at(-1) ?? '')
    if (token) expect(await peekLink(token, HERE)).toBeNull()
  }
})

test('suspended and unknown members get the same response and no mail', async () => {
  await client.query(`update members set status = 'suspended' where id = $1`, [member.id])
  await askForReset(member.email, HERE)
  await askForReset('nobody@example.com', HERE)
  await askForReset('not an address\r\nBcc: x', HERE)
  await runDueJobs()
  expect(catcher.mails()).toHaveLength(0)
})

test('security row 12: a request from an origin that the tenant does not have sends nothing, and no link leads there', async () => {
  await askForReset(member.email, 'https://evil.example')
  await runDueJobs()
  expect(catcher.mails()).toHaveLength(0)
  await askForReset(member.email, HERE)
  await runDueJobs()
  const [mail] = catcher.mails()
  expect(mail?.text).toContain(`${HERE}/link/`)
  expect(mail?.text ?? '').not.toContain('evil')
  expect(mail?.html ?? '').not.toContain('evil')
})

test('security row 12: a request from any live host of the tenant, or from the portal’s own, brings a working link; from another tenant’s, none', async () => {
  const [main, more, pending] = [`main${accounts}`, `more${accounts}`, `later${accounts}`].map(
    (name) => `${name}.example.com`,
  )
  if (main === undefined || more === undefined || pending === undefined) throw new Error('no hosts')
  await putLiveDomain({ tenant: member.tenant, host: main, primary: true })
  await putLiveDomain({ tenant: member.tenant, host: more })
  const foreign = await createTenant({
    name: 'Another',
    crossbarOrigin: 'https://kazoo.example.com',
    account: seal(`f${String(accounts).padStart(31, '0')}`),
    credentials: { kind: 'api key', key: seal('key') },
    owner: { name: 'Fia', email: `fia${accounts}@example.com`, passwordHash: null },
  })
  const theirs = `theirs${accounts}.example.com`
  await putLiveDomain({ tenant: foreign.id, host: theirs, primary: true })
  const now = { tenant: member.tenant, host: pending, account: null, proof: 'x' }
  await insertDomain(database(), now, new Date())
  for (const nowhere of [at(theirs), at(pending), `https://${main}`, `http://${main}`, 'no address', ''])
    await askForReset(member.email, nowhere)
  await runDueJobs()
  expect(catcher.mails()).toHaveLength(0)
  for (const host of [HERE, at(more), at(main)]) {
    // The mail about the changed password too.
    await runDueJobs()
    catcher.clear()
    await askForReset(member.email, host)
    await runDueJobs()
    expect(catcher.mails(), host).toHaveLength(1)
    expect(catcher.mails()[0]?.text, host).toContain(`${at(main)}/link/`)
    const token = tokenIn()
    // The link is valid only on the host it leads to.
    expect(await peekLink(token, HERE)).toBeNull()
    expect(await peekLink(token, at(more))).toBeNull()
    await resetPassword(token, at(main), GOOD)
  }
})

test('a mailbox gets at most three reset mails an hour', async () => {
  for (let count = 0; count < 6; count += 1) await askForReset(member.email, HERE)
  await runDueJobs()
  expect(catcher.mails()).toHaveLength(3)
})

test('an invited member joins with the link, and is active', async () => {
  await client.query(`update members set status = 'invited' where id = $1`, [member.id])
  await resetPassword(await freshLink(), HERE, GOOD)
  expect((await findMember(member.id))?.status).toBe('active')
})

// Its time is compared in recovery.timed.test.ts.
test('security row 17: a request does the same for known and unknown addresses, and reads no member', async () => {
  for (const email of [member.email, 'nobody@example.com']) {
    await client.query('delete from jobs')
    await client.query('begin')
    // Who asked one of these would wait for it in vain.
    await client.query('lock table members, tenants, links, outbox in access exclusive mode')
    await askForReset(email, HERE)
    await client.query('commit')
    const { rows } = await client.query('select * from jobs')
    expect(rows, email).toHaveLength(1)
    expect((await client.query('select 1 from outbox')).rowCount, email).toBe(0)
  }
})

/** Runs with one free connection of the ten. */
async function onOneConnection(run: () => Promise<void>): Promise<void> {
  const { promise: over, resolve: end } = Promise.withResolvers<void>()
  const taken = Array.from({ length: 9 }, async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const ended = database()
      .transaction()
      .execute(async (trx) => {
        await trx.selectFrom('members').select('id').limit(1).execute()
        begin()
        await over
      })
    await begun
    return { ended }
  })
  const connections = await Promise.all(taken)
  try {
    await run()
  } finally {
    end()
    await Promise.all(connections.map(({ ended }) => ended))
  }
}

test('one connection suffices to request, answer, set a password and confirm an address: no step holds one and waits for a second', async () => {
  const pendingEmail = `pending${accounts}@example.com`
  await editMember(database(), member, { pendingEmail })
  await mailTo(pendingEmail, 'emailChange')
  await runDueJobs()
  const confirming = tokenIn()
  await onOneConnection(async () => {
    await confirmEmail(confirming, HERE)
    await askForReset(pendingEmail, HERE)
    await runDueJobs()
    await resetPassword(tokenIn(), HERE, GOOD)
  })
  expect(await hasPassword()).toBe(true)
})

test('forty members who set their password at once wait their turn, and none is refused', async () => {
  const everybody = Array.from({ length: 40 }, (_, nth) => `team${accounts}.${nth}@example.com`)
  const resets = await Promise.all(
    everybody.map(async (email) => {
      const draft = { name: 'Tina Team', email, role: 'viewer' as const, passwordHash: null }
      const id = await insertMember(database(), member.tenant, draft)
      const link = { tenant: member.tenant, member: id, purpose: 'set password' as const, address: email }
      const address = await issueLink(database(), link, HERE, new Date())
      const token = address && linkToken(unseal(address).split('/').at(-1) ?? '')
      if (token === null) throw new Error('no link')
      return token
    }),
  )
  const ended = await Promise.allSettled(resets.map((token) => resetPassword(token, HERE, GOOD)))
  expect(ended.filter(({ status }) => status === 'rejected')).toEqual([])
})
