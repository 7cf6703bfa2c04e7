import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testStore } from '../../testing/store.ts'
import { NotFound, Rejected } from '../errors.ts'
import { seal } from '../sealed.ts'
import { credentialsOf, recordCredentialsFailure, recordCredentialsSuccess } from './credentials.ts'
import { closeDatabase } from './database.ts'
import { EnvelopeFault } from './envelope.ts'
import { editPasswordHash, findMember, findMemberByEmail, listMembers, recordSignIn } from './members.ts'
import { createTenant, findTenant, listTenants, type TenantDraft } from './tenants.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'
let client: Client
let people = 0

beforeAll(async () => {
  client = new Client({ connectionString: await testStore() })
  await client.connect()
})

afterAll(async () => {
  await client.end()
  await closeDatabase()
})

/** A unique draft of a tenant, except for the fields in `like`. */
function draft(like: Partial<TenantDraft> = {}): TenantDraft {
  people += 1
  return {
    name: `Tenant ${people}`,
    crossbarOrigin: 'https://kazoo.example.com:8443',
    account: seal<'kazoo account'>(people.toString(16).padStart(32, '0')),
    credentials: {
      kind: 'user',
      account: { realm: 'acme.sip.example.com' },
      method: 'md5',
      token: seal<'credentials token'>('5e884898da28047151d0e56f8dc62927'),
    },
    owner: {
      name: 'Olivia Owner',
      email: `olivia${people}@example.com`,
      passwordHash: seal<'password hash'>(`hash of ${people}`),
    },
    ...like,
  }
}

async function fieldsOf(attempt: Promise<unknown>): Promise<string[]> {
  const error: unknown = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  )
  return error instanceof Rejected ? Object.keys(error.fields) : [`not refused but: ${String(error)}`]
}

test('a created tenant is found with its account, its credentials and its owner', async () => {
  const wanted = draft({ name: 'Acme' })
  const { id } = await createTenant(wanted)
  const found = await findTenant(id)
  expect(found).toMatchObject({ id, name: 'Acme', crossbarOrigin: wanted.crossbarOrigin, status: 'active' })
  expect(found?.account.equals(wanted.account)).toBe(true)
  expect((await listTenants()).map((tenant) => tenant.id)).toContain(id)
  const [owner] = await listMembers(id)
  expect(owner).toMatchObject({ tenant: id, name: 'Olivia Owner', role: 'owner', status: 'active' })
  expect(owner?.passwordHash?.equals(seal<'password hash'>(`hash of ${people}`))).toBe(true)
  const held = await credentialsOf(id)
  expect(held).toMatchObject({ kind: 'user', account: { realm: 'acme.sip.example.com' }, method: 'md5' })
  expect(held.kind === 'user' && held.token.equals(seal('5e884898da28047151d0e56f8dc62927'))).toBe(true)
})

test('an API key, and an account known by its name, are returned unchanged', async () => {
  const key = seal<'api key'>('ab'.repeat(32))
  const byKey = await createTenant(draft({ credentials: { kind: 'api key', key } }))
  const held = await credentialsOf(byKey.id)
  expect(held.kind === 'api key' && held.key.equals(key)).toBe(true)
  const token = seal<'credentials token'>('aa')
  const credentials = { kind: 'user', account: { name: 'Acme, Inc' }, method: 'sha', token } as const
  const byName = await createTenant(draft({ credentials }))
  expect(await credentialsOf(byName.id)).toMatchObject({ account: { name: 'Acme, Inc' }, method: 'sha' })
})

test('the same account of the same Kazoo is taken once; of another Kazoo it is another account', async () => {
  const account = seal<'kazoo account'>('f'.repeat(32))
  await createTenant(draft({ account }))
  expect(await fieldsOf(createTenant(draft({ account })))).toEqual(['account'])
  await createTenant(draft({ account, crossbarOrigin: 'https://other.example.com' }))
})

test('of twenty concurrent claims to the same account one succeeds, and the others leave nothing', async () => {
  const account = seal<'kazoo account'>('e'.repeat(32))
  const drafts = Array.from({ length: 20 }, () => draft({ account }))
  const ends = await Promise.allSettled(drafts.map((one) => createTenant(one)))
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const refused = ends.filter((end) => end.status === 'rejected')
  expect(refused.every(({ reason }) => reason instanceof Rejected)).toBe(true)
  const owners = await Promise.all(drafts.map(({ owner }) => findMemberByEmail(owner.email)))
  expect(owners.filter((owner) => owner !== null)).toHaveLength(1)
})

test('an e-mail address is one member in the whole portal, in any case', async () => {
  const owner = { name: 'Émile', email: ' Émile@Example.com', passwordHash: null }
  const { id } = await createTenant(draft({ owner }))
  for (const typed of ['émile@example.com', 'ÉMILE@EXAMPLE.COM ', 'émile@example.com']) {
    expect(await findMemberByEmail(typed)).toMatchObject({ tenant: id, email: 'émile@example.com' })
  }
  expect(await fieldsOf(createTenant(draft({ owner: { ...owner, email: 'ÉMILE@example.com' } })))).toEqual([
    'email',
  ])
})

test('an unknown tenant is null, and one without credentials is not found', async () => {
  expect(await findTenant(NOBODY)).toBe(null)
  expect(await findMember(NOBODY)).toBe(null)
  for (const typed of [
    "nobody@example.com' or true --",
    'a\0b@example.com',
    '\uD800',
    '',
    'x'.repeat(100_000),
  ]) {
    expect(await findMemberByEmail(typed)).toBe(null)
  }
  expect(await listMembers(NOBODY)).toEqual([])
  await expect(credentialsOf(NOBODY)).rejects.toThrow(NotFound)
})

test('a sign-in is recorded, and a new password replaces the old one', async () => {
  const { id } = await createTenant(draft())
  const [owner] = await listMembers(id)
  expect(owner?.lastSignedInAt).toBe(null)
  const member = owner?.id ?? ''
  expect(await recordSignIn({ id: member, stamp: owner?.stamp ?? -1 })).toBe(true)
  await editPasswordHash({ tenant: id, id: member }, seal<'password hash'>('another'))
  await editPasswordHash({ tenant: NOBODY, id: member }, seal<'password hash'>('of a stranger'))
  const now = await findMember(member)
  // A sign-in that began with the old password cannot be completed.
  expect(await recordSignIn({ id: member, stamp: owner?.stamp ?? -1 })).toBe(false)
  expect(Math.abs(Date.now() - (now?.lastSignedInAt?.getTime() ?? 0))).toBeLessThan(10_000)
  expect(now?.passwordHash?.equals(seal<'password hash'>('another'))).toBe(true)
})

test('the last result of credentials is stored, and success clears the error', async () => {
  const { id } = await createTenant(draft())
  expect(await credentialsOf(id)).toMatchObject({ lastWorkedAt: null, lastError: null, lastErrorAt: null })
  await recordCredentialsFailure(id, 'refused')
  expect(await credentialsOf(id)).toMatchObject({ lastError: 'refused', lastErrorAt: expect.any(Date) })
  await recordCredentialsSuccess(id)
  expect(await credentialsOf(id)).toMatchObject({
    lastWorkedAt: expect.any(Date),
    lastError: null,
    lastErrorAt: null,
  })
})

test('the rows of a tenant contain no secret', async () => {
  const secrets = ['c'.repeat(32), 'a-token-in-clear', 'a-hash-in-clear']
  const [account = '', token = '', hash = ''] = secrets
  const { id } = await createTenant(
    draft({
      account: seal<'kazoo account'>(account),
      credentials: { kind: 'user', account: { name: 'Acme' }, method: 'md5', token: seal(token) },
      owner: { name: 'Otto', email: 'otto@example.com', passwordHash: seal(hash) },
    }),
  )
  for (const [table, column] of [
    ['tenants', 'id'],
    ['members', 'tenant'],
    ['credentials', 'tenant'],
  ]) {
    const { rows } = await client.query(`select * from ${table} where ${column} = $1`, [id])
    expect(rows).toHaveLength(1)
    const text = JSON.stringify(rows)
    for (const secret of secrets) {
      expect(text).not.toContain(secret)
      expect(text).not.toContain(Buffer.from(secret).toString('base64url'))
    }
  }
})

test('envelopes that were moved to another row do not open: account, password, credentials', async () => {
  const [one, two] = [await createTenant(draft()), await createTenant(draft())]
  const [mover, moved] = [one.id, two.id]
  const move = (table: string, column: string, key: string) =>
    client.query(
      `update ${table} set ${column} = (select ${column} from ${table} where ${key} = $1) where ${key} = $2`,
      [mover, moved],
    )
  await move('members', 'password_hash_sealed', 'tenant')
  await expect(listMembers(moved)).rejects.toThrow(EnvelopeFault)
  await move('credentials', 'secret_sealed', 'tenant')
  await expect(credentialsOf(moved)).rejects.toThrow(EnvelopeFault)
  await move('tenants', 'account_sealed', 'id')
  await expect(findTenant(moved)).rejects.toThrow(EnvelopeFault)
  expect((await findTenant(mover))?.id).toBe(mover)
  await client.query(`delete from credentials where tenant = $1`, [moved])
  await client.query(`delete from members where tenant = $1`, [moved])
  await client.query(`delete from tenants where id = $1`, [moved])
})
