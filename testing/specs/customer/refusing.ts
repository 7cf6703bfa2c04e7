// Refused customer sign-ins, and their messages.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { NotFound } from '../../../lib/errors.ts'
import { seal } from '../../../lib/sealed.ts'
import { credentialsOf, removeCredentials, replaceCredentials } from '../../../lib/store/credentials.ts'
import { database } from '../../../lib/store/database.ts'
import { insertMember } from '../../../lib/store/members.ts'
import { editTenant } from '../../../lib/store/tenant-state.ts'
import { createTenant } from '../../../lib/store/tenants.ts'
import { hashPassword } from '../../../lib/domain/auth/password.ts'
import { signIn } from '../../../lib/domain/auth/sign-in.ts'
import { endSessionsOfTenant, editSessionsOfTenant } from '../../../lib/domain/auth/tenant-sessions.ts'
import { PASSWORD, viewerIn } from '../../team.ts'
import { askForCustomerReset } from '../../../lib/domain/customer/ask-recovery.ts'
import { signInCustomer } from '../../../lib/domain/customer/sign-in.ts'
import { ADMIN, BAKERY, USER, message, type Customers } from './customers.ts'

const SignInRequest = z.object({ data: z.object({ method: z.string() }) })

/**
 * Refusals: one message for any error, a specific one for a closed site, and the team on its own domain.
 */
export function describeRefusing(customers: Customers): void {
  const { login, browserOn, enter } = customers

  test('unknown, wrong, disabled and another tenant’s give one message after the same time, and no session', async () => {
    const refused: (readonly [string, { username: string; password: string }])[] = [
      ['No such account', ADMIN],
      [BAKERY, { ...ADMIN, username: 'nobody' }],
      [BAKERY, { ...ADMIN, password: 'wrong' }],
      [BAKERY, { username: 'rolf.gestern', password: 'Vogel-Gone-1' }],
      [login('dora.lorenz').accountName, { username: 'dora.lorenz', password: 'Textil-Admin-1' }],
      [login('erna.jensen').accountName, { username: 'erna.jensen', password: 'Jensen-Admin-1' }],
      [login('rita.rival').accountName, { username: 'rita.rival', password: 'Rival-Admin-1' }],
      [login('rico.rival').accountName, { username: 'rico.rival', password: 'Rival-Customer-1' }],
      [login('root').accountName, { username: 'root', password: 'Cumulus-Master-1' }],
    ]
    for (const [account, who] of refused) {
      const browser = browserOn()
      const from = performance.now()
      expect(await message(enter(who, account, browser)), account).toBe('messages.customer.refused')
      expect(performance.now() - from, account).toBeGreaterThanOrEqual(395)
      expect(await viewerIn(browser)).toBeNull()
    }
  })

  test('with an API key the password hash of Kazoo is unknown: both are tried', async () => {
    const { id } = customers.world.tenant
    const stored = await credentialsOf(id)
    const key = seal<'api key'>(login('ada.krause').apiKey)
    await replaceCredentials(database(), id, { kind: 'api key', key })
    await enter(USER)
    await customers.world.simulator.clearRequests()
    expect(await message(enter({ ...USER, password: 'wrong' }))).toBe('messages.customer.refused')
    const tried = (await customers.world.simulator.requests()).map(
      ({ body }) => SignInRequest.parse(body).data.method,
    )
    expect(tried).toEqual(['md5', 'sha'])
    await replaceCredentials(database(), id, stored)
  })

  test('a required second factor is reported, and refuses the sign-in', async () => {
    await customers.world.simulator.config({ mfa: true })
    const browser = browserOn()
    // The tenant's own credentials need one too: here the customer gets the message.
    expect(await message(enter(ADMIN, BAKERY, browser))).toBe('messages.customer.secondFactor')
    expect(await viewerIn(browser)).toBeNull()
    await customers.world.simulator.config({ mfa: false })
  })

  test('a tenant that is suspended, on trial or disconnected refuses its customers and ends their sessions at once', async () => {
    const { id } = customers.world.tenant
    const browser = await enter(USER)
    await endSessionsOfTenant(id)
    expect(await viewerIn(browser)).toBeNull()
    await editTenant(id, { status: 'suspended' })
    expect(await message(enter(USER))).toBe('messages.customer.closed')
    await editTenant(id, { status: 'active', trialEndsAt: new Date(Date.now() + 1e9) })
    expect(await message(enter(USER))).toBe('messages.customer.closed')
    expect(await message(browser.run(() => askForCustomerReset({ account: BAKERY, username: 'x' })))).toBe(
      'messages.customer.closed',
    )
    await editTenant(id, { trialEndsAt: null })
    const again = await enter(USER)
    const stored = await credentialsOf(id)
    await removeCredentials(id)
    await editSessionsOfTenant(id, { connected: false }, seal('none'))
    expect(await viewerIn(again)).toBeNull()
    expect(await message(enter(USER))).toBe('messages.customer.closed')
    await replaceCredentials(database(), id, stored)
    await enter(USER)
  })

  test('a tenant’s domain accepts its own team, and no member of another', async () => {
    const passwordHash = await hashPassword(seal(PASSWORD))
    const foreign = await createTenant({
      name: `Other ${customers.kazoo}`,
      crossbarOrigin: customers.world.tenant.crossbarOrigin,
      account: seal('e'.repeat(32)),
      credentials: { kind: 'api key', key: seal('k'.repeat(64)) },
      owner: { name: 'Fia', email: 'fia@foreign.example', passwordHash },
    })
    expect(foreign.id).not.toBe(customers.world.tenant.id)
    await insertMember(database(), customers.world.tenant.id, {
      name: 'Mia Member',
      email: 'mia@example.com',
      role: 'support',
      passwordHash,
    })
    const browser = browserOn()
    expect(await message(browser.run(() => signIn('fia@foreign.example', seal(PASSWORD))))).toBe(
      'messages.signIn.refused',
    )
    await browser.run(() => signIn('mia@example.com', seal(PASSWORD)))
    expect((await viewerIn(browser))?.session.record.role).toBe('support')
    await expect(
      browserOn('localhost:3000').run(() =>
        signInCustomer({ ...ADMIN, account: BAKERY, password: seal('x') }),
      ),
    ).rejects.toThrow(NotFound)
  })
}
