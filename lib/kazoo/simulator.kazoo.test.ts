import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NotFound } from '../errors.ts'
import { seal, unseal } from '../sealed.ts'
import { ancestorsOf, findAccount, listChildren, pageOfChildren, patchAccount } from './accounts.ts'
import { createAccount } from './create-account.ts'
import { authenticate, credentialsToken, type Authenticated, type Credentials } from './auth.ts'
import { Kazoo, type KazooOptions } from './client.ts'
import {
  createDevice,
  findDevice,
  listDevices,
  pageOfDevices,
  patchDevice,
  registeredDevices,
  removeDevice,
  syncDevice,
} from './devices.ts'
import type { KazooId } from './ids.ts'
import { preflight } from './preflight.ts'
import { ChargesNotAccepted, RefusedAccount } from './refusal.ts'
import { listRegistrations } from './registrations.ts'
import { endsBefore } from '../../testing/ends-before.ts'
import { failed } from '../../testing/kazoo/crossbar.ts'
import { KAZOO } from '../../testing/kazoo-version.ts'
import { startSimulator, type TestSimulator } from '../../testing/kazoo/empty-simulator.ts'
import { createUser, findUser, listUsers, pageOfUsers, patchUser } from './users.ts'

const PASSWORD = seal<'password'>('MasterPass1!')
const limits = { timeoutMs: 5_000 }
const master: Credentials = {
  kind: 'user',
  account: { realm: 'master.kz.test' },
  method: 'md5',
  token: credentialsToken('Admin', PASSWORD, 'md5'),
}

describe(`against Kazoo ${KAZOO}`, () => {
  let simulator: TestSimulator
  let who: Authenticated
  let kazoo: Kazoo
  let child: KazooId<'account'>
  const as = (token: Authenticated['token'], options: Partial<KazooOptions> = {}) =>
    new Kazoo({
      origin: simulator.origin,
      token,
      renew: () => Promise.reject(new Error('no renewal was expected')),
      reference: 'reference-1',
      ...limits,
      ...options,
    })
  const signIn = (credentials: Credentials) =>
    authenticate(simulator.origin, credentials, 'reference-1', limits)

  beforeAll(async () => {
    simulator = await startSimulator(KAZOO)
    who = await signIn(master)
    kazoo = as(who.token)
    child = (
      await createAccount(kazoo, who.account, {
        name: 'Acme Corp',
        realm: 'acme.kz.test',
        timezone: 'Europe/Paris',
      })
    ).id
  })
  afterAll(() => simulator.close())

  test('the master signs in by realm, by name in any spelling, by SHA-1 and by API key', async () => {
    expect(who).toMatchObject({ accountName: 'master', reseller: true, master: true })
    const sha: Credentials = {
      ...master,
      account: { name: ' MaS-ter' },
      method: 'sha',
      token: credentialsToken('admin', PASSWORD, 'sha'),
    }
    expect((await signIn(sha)).account.equals(who.account)).toBe(true)
    const keyed = await signIn({ kind: 'api key', key: seal(await simulator.apiKey()) })
    expect([keyed.user, keyed.account.equals(who.account)]).toEqual([null, true])
  })

  test('wrong credentials, unknown accounts and unknown keys are refused', async () => {
    for (const wrong of [
      { ...master, token: credentialsToken('admin', seal('wrong'), 'md5') },
      { ...master, account: { name: 'nobody' } },
      { kind: 'api key' as const, key: seal<'api key'>('0'.repeat(64)) },
    ]) {
      await expect(signIn(wrong)).rejects.toMatchObject({ name: 'Unavailable', reason: 'refused' })
    }
  })

  test('an account is created below, found, listed, and has the master above it', async () => {
    expect(await findAccount(kazoo, child)).toMatchObject({
      name: 'Acme Corp',
      realm: 'acme.kz.test',
      timezone: 'Europe/Paris',
      enabled: true,
      reseller: false,
    })
    expect((await listChildren(kazoo, who.account)).some(({ id }) => id.equals(child))).toBe(true)
    expect(await ancestorsOf(kazoo, child)).toMatchObject([{ name: 'master' }])
    expect(await ancestorsOf(kazoo, who.account)).toEqual([])
  })

  test('a disabled account stays disabled through an edit, and its users cannot sign in', async () => {
    const { id } = await createAccount(kazoo, who.account, { name: 'Dormant', realm: 'dormant.kz.test' })
    await createUser(kazoo, id, {
      firstName: 'D',
      lastName: 'O',
      username: 'dora',
      password: PASSWORD,
      privilege: 'admin',
    })
    await patchAccount(kazoo, id, { enabled: false })
    expect(await patchAccount(kazoo, id, { name: 'Dormant Ltd' })).toMatchObject({
      name: 'Dormant Ltd',
      enabled: false,
    })
    expect((await findAccount(kazoo, id)).enabled).toBe(false)
    const error = await failed(
      signIn({
        kind: 'user',
        account: { realm: 'dormant.kz.test' },
        method: 'md5',
        token: credentialsToken('dora', PASSWORD, 'md5'),
      }),
    )
    expect(error).toBeInstanceOf(RefusedAccount)
    expect(error).toMatchObject({ accountState: 'disabled' })
    expect((await patchAccount(kazoo, id, { enabled: true })).enabled).toBe(true)
  })

  test('pages of accounts are in ascending order by name, and end', async () => {
    for (const n of [3, 1, 5, 2, 4])
      await createAccount(kazoo, child, { name: `Kid ${n}`, realm: `kid${n}.kz.test` })
    const names: string[] = []
    let after: KazooId<'cursor'> | undefined
    let pages = 0
    do {
      const page = await pageOfChildren(kazoo, child, { size: 2, ...(after && { after }) })
      names.push(...page.rows.map(({ name }) => name))
      after = page.next ?? undefined
      pages++
    } while (after && pages < 9)
    expect([names, pages]).toEqual([['Kid 1', 'Kid 2', 'Kid 3', 'Kid 4', 'Kid 5'], 3])
  })

  test('what is refused of an account is reported at its field', async () => {
    const taken = failed(createAccount(kazoo, who.account, { name: 'acme-CORP!', realm: 'acme2.kz.test' }))
    expect(await taken).toMatchObject({ name: 'Rejected', fields: { name: 'messages.refused.taken' } })
    const odd = failed(createAccount(kazoo, who.account, { name: '', realm: 'bad realm!' }))
    expect(await odd).toMatchObject({
      fields: { name: 'messages.refused.needed', realm: 'messages.refused.characters' },
    })
  })

  test('a user is created, listed, changed, and signs in', async () => {
    const made = await createUser(kazoo, child, {
      firstName: 'Ann',
      lastName: 'Lee',
      username: 'Ann@acme.kz.test',
      password: PASSWORD,
      email: 'ann@acme.kz.test',
      privilege: 'admin',
    })
    const ref = { account: child, user: made.id }
    expect(await findUser(kazoo, ref)).toMatchObject({
      username: 'ann@acme.kz.test',
      privilege: 'admin',
      enabled: true,
    })
    expect(await patchUser(kazoo, ref, { lastName: 'Lea', email: '' })).toMatchObject({
      lastName: 'Lea',
      email: '',
    })
    expect(await listUsers(kazoo, child)).toMatchObject([
      { firstName: 'Ann', lastName: 'Lea', privilege: 'admin' },
    ])
    expect((await pageOfUsers(kazoo, child, { size: 1 })).rows).toHaveLength(1)
    const ann = await signIn({
      kind: 'user',
      account: { name: 'Acme Corp' },
      method: 'md5',
      token: credentialsToken('ann@acme.kz.test', PASSWORD, 'md5'),
    })
    expect([ann.account.equals(child), ann.user?.equals(made.id), ann.master]).toEqual([true, true, false])
    await expect(findAccount(as(ann.token), who.account)).rejects.toMatchObject({ reason: 'forbidden' })
    const again = failed(
      createUser(kazoo, child, {
        firstName: '',
        lastName: 'x',
        username: 'ann@acme.kz.test',
        password: PASSWORD,
        privilege: 'user',
      }),
    )
    expect(await again).toMatchObject({ name: 'Rejected' })
  })

  test('a device is created, changed and removed', async () => {
    const owner = (await listUsers(kazoo, child))[0]?.id ?? null
    const made = await createDevice(kazoo, child, {
      name: 'Desk 1',
      type: 'sip_device',
      macAddress: '00:15:65:AA:BB:01',
      owner,
      sipUsername: 'desk1',
      sipPassword: seal('desk1secret'),
    })
    const ref = { account: child, device: made.id }
    expect(made).toMatchObject({
      name: 'Desk 1',
      type: 'sip_device',
      macAddress: '001565aabb01',
      enabled: true,
    })
    expect(made.sipPassword && unseal(made.sipPassword)).toBe('desk1secret')

    const changed = await patchDevice(kazoo, ref, {
      sipPassword: seal('desk1secret2'),
      forwardEnabled: true,
      forwardNumber: '+14155550123',
      internalName: 'Desk',
      internalNumber: '1001',
      brand: 'yealink',
      family: 't4',
      model: 't46s',
      macAddress: '',
    })
    expect(changed.sipUsername).toBe('desk1')
    const found = await findDevice(kazoo, ref)
    expect(found).toMatchObject({
      macAddress: '',
      forwardEnabled: true,
      forwardNumber: '+14155550123',
      internalName: 'Desk',
      internalNumber: '1001',
      externalName: '',
      externalNumber: '',
      brand: 'yealink',
      family: 't4',
      model: 't46s',
    })
    expect(found.sipPassword && unseal(found.sipPassword)).toBe('desk1secret2')
    expect(found.owner?.equals(owner ?? seal(''))).toBe(true)
    expect((await patchDevice(kazoo, ref, { owner: null, internalName: '' })).owner).toBeNull()
    expect(await findDevice(kazoo, ref)).toMatchObject({ internalName: '', internalNumber: '1001' })

    await simulator.control('POST', 'registrations', {
      device: unseal(made.id),
      registered: true,
      userAgent: 'Yealink T46S',
      ip: '203.0.113.9',
    })
    expect((await registeredDevices(kazoo, child)).has(made.id)).toBe(true)
    const [registration] = await listRegistrations(kazoo, child)
    expect(registration).toMatchObject({ userAgent: 'Yealink T46S', sourceAddress: '203.0.113.9' })
    expect(registration?.device?.equals(made.id)).toBe(true)

    await syncDevice(kazoo, ref)
    const twin = failed(
      createDevice(kazoo, child, {
        name: 'Twin',
        type: 'softphone',
        sipUsername: 'DESK1',
        sipPassword: seal('abc'),
      }),
    )
    expect(await twin).toMatchObject({ name: 'Rejected' })
    const short = failed(patchDevice(kazoo, ref, { name: '', sipPassword: seal('x') }))
    expect(await short).toMatchObject({
      fields: {
        name: 'messages.refused.needed',
        sipPassword: { key: 'messages.refused.short', values: { bound: 5 } },
      },
    })

    await createDevice(kazoo, child, {
      name: 'Cell',
      type: 'cellphone',
      forwardEnabled: true,
      forwardNumber: '+14155550123',
    })
    expect((await listDevices(kazoo, child)).map(({ name, type }) => `${name}: ${type}`).toSorted()).toEqual([
      'Cell: cellphone',
      'Desk 1: sip_device',
    ])
    expect((await pageOfDevices(kazoo, child, { size: 1 })).rows).toHaveLength(1)
    await removeDevice(kazoo, ref)
    await expect(findDevice(kazoo, ref)).rejects.toBeInstanceOf(NotFound)
    await expect(removeDevice(kazoo, ref)).rejects.toBeInstanceOf(NotFound)
    await expect(
      patchDevice(kazoo, { account: who.account, device: made.id }, { name: 'x' }),
    ).rejects.toBeInstanceOf(NotFound)
  })

  test('security row 15: tokens that expire during many calls are renewed once', async () => {
    const stale = await signIn(master)
    await simulator.control('POST', 'expire-tokens')
    let renewals = 0
    const renewing = as(stale.token, {
      renew: async () => {
        renewals++
        return (await signIn(master)).token
      },
    })
    const rows = await Promise.all(Array.from({ length: 20 }, () => listDevices(renewing, child)))
    expect([rows.length, renewals]).toEqual([20, 1])
    await expect(findAccount(kazoo, child)).rejects.toThrow('no renewal was expected')
    who = await signIn(master)
    kazoo = as(who.token)
  })

  const hurt = (methods: string[], count: number, fault: object) =>
    simulator.control('POST', 'faults', { pattern: '/v2/accounts/**', methods, count, fault })

  test('a server that fails now and then: a read succeeds on retry, and a write is never sent twice', async () => {
    await hurt(['GET'], 1, { kind: 'status', status: 503 })
    expect((await findAccount(kazoo, child)).name).toBe('Acme Corp')
    await hurt(['GET'], 1, { kind: 'reset' })
    expect((await findAccount(kazoo, child)).name).toBe('Acme Corp')
    for (const after of ['request', 'answer', 'headers']) {
      await simulator.control('DELETE', 'requests')
      await hurt(['PUT'], 2, { kind: 'reset', after })
      const making = createDevice(kazoo, child, { name: `Once, ${after}`, type: 'softphone' })
      await expect(making).rejects.toMatchObject({ reason: 'unknown' })
      expect(await simulator.writes()).toHaveLength(1)
      await simulator.control('DELETE', 'faults')
    }
  })

  test.each([
    { kind: 'hang' },
    { kind: 'status', status: 502 },
    { kind: 'status', status: 429, tokens: true },
    { kind: 'half' },
    { kind: 'half', stall: true },
    { kind: 'wrong-json' },
    { kind: 'gzip-bomb', megabytes: 32 },
    { kind: 'drip', everyMs: 50 },
    { kind: 'redirect', location: 'http://127.0.0.1:1/v2' },
    { kind: 'content-type', type: 'text/html' },
    { kind: 'headers', which: 'huge' },
    { kind: 'headers', which: 'many' },
    { kind: 'headers', which: 'crlf' },
    { kind: 'deep' },
    { kind: 'error-envelope', status: 500 },
  ])('security row 8: a hostile server (%o) gives our message, in time', async (fault) => {
    const brief = as(who.token, { timeoutMs: 700 })
    await hurt(['GET', 'PATCH'], 9, fault)
    const both = Promise.all([
      failed(findAccount(brief, child)),
      failed(patchAccount(brief, child, { name: 'x', enabled: true })),
    ])
    expect(await endsBefore(2_500, both)).toBe(true)
    const [read, write] = await both
    await simulator.control('DELETE', 'faults')
    expect(read).toMatchObject({ name: 'Unavailable', dependency: 'kazoo' })
    expect(write).toMatchObject({ name: 'Unavailable', dependency: 'kazoo' })
    expect((await findAccount(kazoo, child)).enabled).toBe(true)
  })

  test('what would be billed is not created, with a message; a second factor is distinguished from wrong credentials', async () => {
    await simulator.control('POST', 'config', { charges: true })
    const error = await failed(createDevice(kazoo, child, { name: 'Dear', type: 'softphone' }))
    await simulator.control('POST', 'config', { charges: false, mfa: true })
    expect(error).toBeInstanceOf(ChargesNotAccepted)
    expect(await failed(signIn(master))).toMatchObject({ name: 'Unavailable', accountState: 'second factor' })
    await simulator.control('POST', 'config', { mfa: false })
  })

  test('security row 18: no forbidden key reached this Kazoo', async () => {
    const written = JSON.stringify((await simulator.writes()).map(({ body }) => body))
    expect(written).not.toMatch(
      /"(pvt_|_id|id"|superduper|is_reseller|reseller_id|billing_|wnm_|accept_charges|verb)/,
    )
  })

  test('the preflight reports the account and its rights, and stops where it must', async () => {
    const options = { allowed: simulator.allowed, ...limits }
    const findings = await Array.fromAsync(preflight(`${simulator.url}/v2`, master, options))
    expect(findings.map(({ step, ok }) => `${step} ${ok}`)).toEqual([
      'address true',
      'reachable true',
      'tls true',
      'credentials true',
      'account true',
      'rights true',
      'version true',
      'below true',
      'accounts true',
      'limits true',
    ])
    expect(findings[4]?.message).toEqual({
      key: 'messages.preflight.account',
      values: { name: 'master', realm: 'master.kz.test' },
    })
    expect(findings[6]?.message).toMatchObject({ values: { version: expect.stringContaining(KAZOO) } })
    const wrong = { ...master, token: credentialsToken('admin', seal('wrong'), 'md5') }
    expect((await Array.fromAsync(preflight(simulator.url, wrong, options))).at(-1)).toEqual({
      step: 'credentials',
      ok: false,
      message: 'messages.preflight.credentials',
    })
  })
})
