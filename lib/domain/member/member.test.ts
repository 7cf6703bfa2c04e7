// The own profile of a member: second factors, the second step of a sign-in, step-up, sessions, password,
// e-mail. Real Redis and Postgres.
import { TestBrowser } from '../../../testing/browser.ts'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seal, unseal } from '../../sealed.ts'
import { presentedId, renewCookie } from '../../session/cookie.ts'
import { database } from '../../store/database.ts'
import { findMember, type MemberRecord } from '../../store/members.ts'
import { findFactors, beginTotp, confirmTotp, endTotp, renewRecoveryCodes } from './factors.ts'
import { findTwoFactor, finishSignIn, twoFactorOptions } from '../auth/two-factor.ts'
import { signIn } from '../auth/sign-in.ts'
import { as, openTeam, PASSWORD, viewerIn, type Team } from '../../../testing/team.ts'
import { deviceIn } from './browser-name.ts'
import { requireFresh } from './require-step-up.ts'
import { addPasskey, beginPasskey, removePasskey } from './passkeys.ts'
import { issueLink } from '../auth/link.ts'
import { auditEventsOf } from '../../store/audit-events.ts'
import { linkToken } from '../auth/link-token.ts'
import { askForEmail, changePassword, confirmEmail, editProfile, findProfile } from './profile.ts'
import { endOtherSessions, endSession, listSessions, signOutEverywhere } from './sessions.ts'
import { stepUp, stepUpOptions } from './step-up.ts'
import { TestAuthenticator } from '../../../testing/authenticator.ts'

const ORIGIN = 'http://localhost:3000'
let team: Team
beforeAll(async () => {
  team = await openTeam()
})
afterAll(() => team.close())

/** A new member, signed in. */
async function newMember(): Promise<{ who: MemberRecord; browser: TestBrowser }> {
  const who = await team.member('support')
  return { who, browser: await team.enter(who.email) }
}

/** The code of an app `steps` steps from now. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({
    timestamp: Date.now() + steps * 30_000,
  })

/** A member with an active app whose last code is long past, so that the current code may be used. */
async function withApp() {
  const { who, browser } = await newMember()
  const { text } = await as(browser, beginTotp)
  const recovery = await as(browser, (viewer) => confirmTotp(viewer, codeOf(text)))
  await database().updateTable('members').set({ totp_step: 0 }).where('id', '=', who.id).execute()
  return { who, browser, secret: text, recovery }
}

const password = (email: string, browser = new TestBrowser()) =>
  browser.run(() => signIn(email, seal(PASSWORD)))
const code = (browser: TestBrowser, text: string) =>
  browser.run(() => finishSignIn({ kind: 'code', code: text }))
const wrong = { fields: { code: 'messages.member.code' } }
const tooLate = { userMessage: 'messages.member.tooLate' }

describe('an authenticator app', () => {
  test('is active from its first right code on, and brings ten recovery codes', async () => {
    const { browser, who } = await newMember()
    const { uri, text } = await as(browser, beginTotp)
    expect(uri).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}/)
    expect(decodeURIComponent(uri)).toContain(`Harbour Telephony:${who.email}`)
    await expect(as(browser, (viewer) => confirmTotp(viewer, '000000'))).rejects.toMatchObject(wrong)
    expect(await password(who.email)).toBe('signed in')
    const recovery = await as(browser, (viewer) => confirmTotp(viewer, codeOf(text)))
    expect(new Set(recovery).size).toBe(10)
    expect(recovery[0]).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
    expect(await as(browser, findFactors)).toMatchObject({ totp: true, recoveryCodesLeft: 10, fresh: true })
    const rows = JSON.stringify(await database().selectFrom('members').selectAll().execute())
    expect(rows).not.toContain(text.replaceAll(' ', ''))
    expect(JSON.stringify(await database().selectFrom('recovery_codes').selectAll().execute())).not.toContain(
      recovery[0]?.replaceAll('-', '') ?? '',
    )
    await expect(as(browser, beginTotp)).rejects.toMatchObject({ userMessage: 'messages.member.totpOn' })
    expect(await team.mails()).toContainEqual({
      recipient: who.email,
      mail: { kind: 'securityChanged', what: 'totpOn', at: expect.any(String) },
    })
  })

  test('security row 13: activating it ends the other sessions and changes the id of this one', async () => {
    const { who, browser } = await newMember()
    const other = await team.enter(who.email)
    const before = await browser.run(presentedId)
    const { text } = await as(browser, beginTotp)
    await as(browser, (viewer) => confirmTotp(viewer, codeOf(text)))
    expect(await browser.run(presentedId)).not.toBe(before)
    expect(await viewerIn(browser)).not.toBeNull()
    expect(await viewerIn(other)).toBeNull()
  })

  test('is required at sign-in: the password alone gives no session', async () => {
    const { who, secret } = await withApp()
    const browser = new TestBrowser()
    expect(await browser.run(findTwoFactor)).toBeNull()
    expect(await password(who.email, browser)).toBe('second step')
    expect(await viewerIn(browser)).toBeNull()
    expect(await browser.run(findTwoFactor)).toEqual({ app: true, passkey: false })
    await expect(code(browser, '12345')).rejects.toMatchObject(wrong)
    await code(browser, codeOf(secret).replace(/^(...)/, ' $1 '))
    expect((await viewerIn(browser))?.session.record.principal).toBe(who.id)
    expect(await browser.run(findTwoFactor)).toBeNull()
  })

  test('a code works once, even for two concurrent attempts, and no earlier code works after it', async () => {
    const { who, secret } = await withApp()
    const browsers = Array.from({ length: 4 }, () => new TestBrowser())
    for (const browser of browsers) await password(who.email, browser)
    const typed = codeOf(secret)
    const ended = await Promise.allSettled(browsers.map((browser) => code(browser, typed)))
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const next = new TestBrowser()
    await password(who.email, next)
    await expect(code(next, codeOf(secret, -1))).rejects.toMatchObject(wrong)
    await code(next, codeOf(secret, 1))
  })

  test('a code two steps off is refused', async () => {
    const { who, secret } = await withApp()
    const browser = new TestBrowser()
    await password(who.email, browser)
    await expect(code(browser, codeOf(secret, 3))).rejects.toMatchObject(wrong)
    await expect(code(browser, codeOf(secret, -3))).rejects.toMatchObject(wrong)
  })

  test('after five wrong codes the password has to be entered again', async () => {
    const { who, secret } = await withApp()
    const browser = new TestBrowser()
    await password(who.email, browser)
    for (let at = 0; at < 5; at++) await expect(code(browser, '000000')).rejects.toMatchObject(wrong)
    await expect(code(browser, codeOf(secret))).rejects.toMatchObject(tooLate)
    await password(who.email, browser)
    await code(browser, codeOf(secret))
  })

  test('a pending sign-in belongs to its browser, and ends when the password changes meanwhile', async () => {
    const { who, browser, secret } = await withApp()
    await expect(code(new TestBrowser(), codeOf(secret))).rejects.toMatchObject(tooLate)
    const waiting = new TestBrowser()
    await password(who.email, waiting)
    await as(browser, (viewer) => changePassword(viewer, seal(PASSWORD), seal('nine boats in the fog')))
    await expect(code(waiting, codeOf(secret))).rejects.toMatchObject(tooLate)
  })

  test('after its removal the password is enough again and the recovery codes are gone', async () => {
    const { who, browser } = await withApp()
    await as(browser, endTotp)
    expect(await as(browser, findFactors)).toMatchObject({ totp: false, recoveryCodesLeft: 0 })
    expect(await password(who.email)).toBe('signed in')
    await expect(as(browser, renewRecoveryCodes)).rejects.toMatchObject({
      userMessage: 'messages.member.noFactor',
    })
  })
})

describe('a recovery code', () => {
  test('replaces the app, once, in any spelling', async () => {
    const { who, recovery, browser: first } = await withApp()
    const [one = '', two = ''] = recovery
    const browser = new TestBrowser()
    await password(who.email, browser)
    await code(browser, one.toUpperCase().replaceAll('-', ' '))
    expect(await viewerIn(browser)).not.toBeNull()
    const again = new TestBrowser()
    await password(who.email, again)
    await expect(code(again, one)).rejects.toMatchObject(wrong)
    expect(await as(first, findFactors)).toMatchObject({ recoveryCodesLeft: 9 })
    const fresh = await as(first, renewRecoveryCodes)
    await expect(code(again, two)).rejects.toMatchObject(wrong)
    await code(again, fresh[0] ?? '')
  })
})

async function withPasskey() {
  const { who, browser } = await newMember()
  const device = new TestAuthenticator(ORIGIN)
  const { challenge } = await as(browser, beginPasskey)
  const codes = await as(browser, (viewer) => addPasskey(viewer, 'My laptop', device.create(challenge)))
  return { who, browser, device, codes }
}
describe('a passkey', () => {
  const refused = { userMessage: 'messages.member.passkey' }

  test('belongs to this host, proves the second step, and brings recovery codes', async () => {
    const { who, browser, device, codes } = await withPasskey()
    expect(codes).toHaveLength(10)
    expect(await as(browser, findFactors)).toMatchObject({
      totp: false,
      passkeys: [{ name: 'My laptop', host: 'localhost' }],
    })
    const next = new TestBrowser()
    expect(await password(who.email, next)).toBe('second step')
    expect(await next.run(findTwoFactor)).toMatchObject({ passkey: true })
    const { challenge, allowCredentials } = await next.run(twoFactorOptions)
    expect(allowCredentials).toMatchObject([{ id: device.id.toString('base64url') }])
    await next.run(() => finishSignIn({ kind: 'passkey', response: device.get(challenge) }))
    expect(await viewerIn(next)).not.toBeNull()
  })

  test('a challenge works once, for the browser that received it', async () => {
    const { who, device } = await withPasskey()
    const [one, two] = [new TestBrowser(), new TestBrowser()]
    for (const browser of [one, two]) await password(who.email, browser)
    const { challenge } = await one.run(twoFactorOptions)
    const response = device.get(challenge)
    await expect(two.run(() => finishSignIn({ kind: 'passkey', response }))).rejects.toMatchObject(refused)
    await one.run(() => finishSignIn({ kind: 'passkey', response }))
    await password(who.email, one)
    await expect(one.run(() => finishSignIn({ kind: 'passkey', response }))).rejects.toMatchObject(refused)
  })

  test.each([
    ['somebody else’s', (other: TestAuthenticator, challenge: string) => other.get(challenge)],
    [
      'one without the person',
      (_: TestAuthenticator, challenge: string, own: TestAuthenticator) => own.get(challenge, false),
    ],
    [
      'one for another challenge',
      (_: TestAuthenticator, _challenge: string, own: TestAuthenticator) => own.get('AAAA'),
    ],
    ['nonsense', () => ({ id: 'x', rawId: {}, type: 'public-key', response: [] })],
    ['nothing', () => null],
  ])('%s proves nothing', async (_what, make) => {
    const { who, device } = await withPasskey()
    const stranger = await withPasskey()
    const browser = new TestBrowser()
    await password(who.email, browser)
    const { challenge } = await browser.run(twoFactorOptions)
    const response = make(stranger.device, challenge, device)
    await expect(browser.run(() => finishSignIn({ kind: 'passkey', response }))).rejects.toMatchObject(
      refused,
    )
    expect(await viewerIn(browser)).toBeNull()
  })

  test('an authenticator of another host, one without user verification, or a copied counter is refused', async () => {
    const { browser, who, device } = await withPasskey()
    const make = async (posted: (challenge: string) => unknown) => {
      const { challenge } = await as(browser, beginPasskey)
      return as(browser, (viewer) => addPasskey(viewer, '', posted(challenge)))
    }
    const evil = new TestAuthenticator('https://portal.example.net')
    await expect(make((challenge) => evil.create(challenge))).rejects.toMatchObject(refused)
    const careless = new TestAuthenticator(ORIGIN)
    await expect(make((challenge) => careless.create(challenge, false))).rejects.toMatchObject(refused)
    await expect(make((challenge) => device.create(challenge))).rejects.toMatchObject({
      userMessage: 'messages.member.passkeyKnown',
    })
    device.counter = 0
    const next = new TestBrowser()
    await password(who.email, next)
    const { challenge } = await next.run(twoFactorOptions)
    await expect(
      next.run(() => finishSignIn({ kind: 'passkey', response: device.get(challenge) })),
    ).rejects.toMatchObject(refused)
  })

  test('is removed by its owner alone', async () => {
    const { browser, who } = await withPasskey()
    const [mine] = (await as(browser, findFactors)).passkeys
    const stranger = await newMember()
    await expect(
      as(stranger.browser, (viewer) => removePasskey(viewer, mine?.passkey ?? '')),
    ).rejects.toMatchObject({ name: 'NotFound' })
    await as(browser, (viewer) => removePasskey(viewer, mine?.passkey ?? ''))
    expect(await password(who.email)).toBe('signed in')
  })

  test('proves a step-up', async () => {
    const { browser, device } = await withPasskey()
    const { challenge } = await as(browser, stepUpOptions)
    await as(browser, (viewer) => stepUp(viewer, { kind: 'passkey', response: device.get(challenge) }))
    expect(await viewerIn(browser)).not.toBeNull()
  })
})

describe('an action that needs a step-up within ten minutes', () => {
  test('is refused without one, and allowed after one, which changes the id of the session', async () => {
    const { browser } = await newMember()
    const before = await browser.run(presentedId)
    const viewer = await viewerIn(browser)
    if (viewer === null) throw new Error('no session')
    const { session } = viewer
    const old = {
      ...viewer,
      session: { ...session, record: { ...session.record, freshAt: Date.now() - 600_001 } },
    }
    expect(() => requireFresh(old)).toThrow('messages.member.stepUp')
    await expect(browser.run(() => beginTotp(old))).rejects.toMatchObject({ name: 'Rejected' })
    await expect(
      as(browser, (mine) => stepUp(mine, { kind: 'password', password: seal('wrong') })),
    ).rejects.toMatchObject({ fields: { password: 'messages.member.oldPassword' } })
    await as(browser, (mine) => stepUp(mine, { kind: 'password', password: seal(PASSWORD) }))
    expect(await browser.run(presentedId)).not.toBe(before)
    await as(browser, async (mine) => requireFresh(mine))
  })
})

describe('sessions', () => {
  test('security row 13: signing in issues a new id, and ends the session of the old one', async () => {
    const { who, browser } = await newMember()
    const kept = new TestBrowser()
    for (const [name, value] of browser.jar) kept.jar.set(name, value)
    const before = await browser.run(presentedId)
    await team.enter(who.email, browser)
    expect(await browser.run(presentedId)).not.toBe(before)
    expect(await viewerIn(browser)).not.toBeNull()
    expect(await viewerIn(kept)).toBeNull()
    // An id without a session, as an attacker may plant it.
    const planted = new TestBrowser()
    const known = await planted.run(renewCookie)
    await team.enter(who.email, planted)
    expect(await planted.run(presentedId)).not.toBe(known)
    expect(await viewerIn(planted)).not.toBeNull()
  })

  test('are listed by device and address, under handles that are no ids, and ended one by one', async () => {
    const { who, browser } = await newMember()
    const phone = new TestBrowser(
      '198.51.100.7',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1',
    )
    await team.enter(who.email, phone)
    const rows = await as(browser, listSessions)
    expect(
      rows.map(({ device, address, current }) => [device.browser, device.system, address, current]),
    ).toContainEqual(['Safari', 'iPhone', '198.51.100.7', false])
    expect(rows.filter(({ current }) => current)).toHaveLength(1)
    const other = rows.find(({ current }) => !current)?.session ?? ''
    const stranger = await newMember()
    await expect(as(stranger.browser, (viewer) => endSession(viewer, other))).rejects.toMatchObject({
      name: 'NotFound',
    })
    await as(browser, (viewer) => endSession(viewer, other))
    expect(await viewerIn(phone)).toBeNull()
    expect(await as(browser, listSessions)).toHaveLength(1)
  })

  test('security row 13: signing out everywhere takes effect at once', async () => {
    const { who, browser } = await newMember()
    const others = await Promise.all([team.enter(who.email), team.enter(who.email)])
    expect(await as(browser, endOtherSessions)).toBe(2)
    for (const other of others) expect(await viewerIn(other)).toBeNull()
    expect(await as(browser, signOutEverywhere)).toBe(1)
    expect(await viewerIn(browser)).toBeNull()
  })

  test.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36 Edg/150.0',
      'Edge',
      'Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
    [
      'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36',
      'Chrome',
      'Android',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15',
      'Safari',
      'macOS',
    ],
    ['curl/8.1 <script>', null, null],
  ])('%s', (agent, browser, system) => {
    expect(deviceIn(agent)).toEqual({ browser, system })
  })
})

describe('the own profile', () => {
  test('changes to name and language show in every session', async () => {
    const { who, browser } = await newMember()
    const other = await team.enter(who.email)
    expect(await as(browser, (viewer) => editProfile(viewer, { name: 'Mara M.', language: 'fr' }))).toBe(true)
    expect(await as(browser, (viewer) => editProfile(viewer, { name: 'Mara M.', language: 'fr' }))).toBe(
      false,
    )
    expect((await viewerIn(other))?.session.record.name).toBe('Mara M.')
    expect(await as(other, findProfile)).toMatchObject({
      name: 'Mara M.',
      language: 'fr',
      pendingEmail: null,
    })
  })

  test('changing the password needs the old one, ends the other sessions, and refuses a bad password', async () => {
    const { who, browser } = await newMember()
    const other = await team.enter(who.email)
    const change = (old: string, fresh: string) =>
      as(browser, (viewer) => changePassword(viewer, seal(old), seal(fresh)))
    await expect(change('not mine', 'nine boats in the fog')).rejects.toMatchObject({
      fields: { password: 'messages.member.oldPassword' },
    })
    for (const bad of ['short', 'Password2026', 'long enough harbour 77']) {
      await expect(change(PASSWORD, bad), bad).rejects.toMatchObject({
        fields: { newPassword: expect.anything() },
      })
    }
    await change(PASSWORD, 'nine boats in the fog')
    expect(await viewerIn(browser)).not.toBeNull()
    expect(await viewerIn(other)).toBeNull()
    await expect(password(who.email)).rejects.toMatchObject({ userMessage: 'messages.signIn.refused' })
    expect((await findMember(who.id))?.stamp).toBe(who.stamp + 1)
  })

  test('a new e-mail address becomes active with its link; the old address is notified', async () => {
    const { who, browser } = await newMember()
    await as(browser, (viewer) => askForEmail(viewer, 'Mara.New@example.com'))
    expect((await findMember(who.id))?.email).toBe(who.email)
    expect(await as(browser, findProfile)).toMatchObject({ pendingEmail: 'mara.new@example.com' })
    const mails = await team.mails()
    expect(mails).toContainEqual({ recipient: 'mara.new@example.com', mail: { kind: 'emailChange' } })
    expect(mails).toContainEqual({
      recipient: who.email,
      mail: { kind: 'emailChangeNotice', newEmail: 'mara.new@example.com' },
    })
    const link = { tenant: who.tenant, member: who.id, purpose: 'e-mail change' as const }
    const sent = (address: string) => issueLink(database(), { ...link, address }, ORIGIN, new Date())
    const tokenIn = async (address: string) =>
      linkToken(
        unseal((await sent(address)) ?? seal(''))
          .split('/')
          .at(-1) ?? '',
      ) ?? seal<'link token'>('')
    // A link for an address that a later request replaced changes nothing.
    const stale = await tokenIn('mara.other@example.com')
    await expect(confirmEmail(stale, ORIGIN)).rejects.toMatchObject({ userMessage: 'messages.link.used' })
    const token = await tokenIn('mara.new@example.com')
    await confirmEmail(token, ORIGIN)
    await expect(confirmEmail(token, ORIGIN)).rejects.toMatchObject({ userMessage: 'messages.link.used' })
    expect(await findMember(who.id)).toMatchObject({ email: 'mara.new@example.com', pendingEmail: null })
    expect((await viewerIn(browser))?.session.record.email).toBe('mara.new@example.com')
    const [event] = await auditEventsOf(who.tenant, { limit: 1 })
    expect(event).toMatchObject({
      verb: 'profile.edit',
      stage: 'done',
      actor: { name: who.name },
      before: { email: who.email },
      after: { email: 'mara.new@example.com' },
    })
  })
})
