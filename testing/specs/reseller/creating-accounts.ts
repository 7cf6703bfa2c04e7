// Creating an account when Kazoo does not answer, or gives a wrong answer.
import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { TEST_SEED } from '../../../scripts/services/test-seed.ts'
import { peopleOf } from '../../../scripts/services/world-people.ts'
import { seal } from '../../../lib/sealed.ts'
import { auditEventsOf } from '../../../lib/store/audit-events.ts'
import type { CreationStep } from '../../../lib/views/account.ts'
import type { Reseller } from './reseller.ts'
import { findRoot, listBranch } from '../../../lib/domain/account/branch.ts'
import { UnconfirmedAccount } from '../../../lib/domain/account/create-once.ts'
import { createAccount, IncompleteAccount } from '../../../lib/domain/account/create.ts'
import {
  findAccount,
  findAccountToCreateIn,
  findAccountWithOwners,
} from '../../../lib/domain/account/find.ts'

const Answer = z.object({ auth_token: z.string(), data: z.unknown() })
const Rows = z.array(z.object({ id: z.string() }))
const SEARCH = { pattern: '/v2/accounts/*/search', methods: ['GET'] }
const CREATION = { pattern: '/v2/accounts/*', methods: ['PUT'], count: 1 }

/** Accounts that Kazoo loses, does not confirm, or takes long for. */
export function describeCreating(reseller: Reseller): void {
  const { kazoo } = reseller
  const startOf = (word: string, realm = `${word}.${kazoo}.example`) => ({
    name: `${word} ${kazoo}`,
    realm,
    timezone: 'Europe/Berlin',
    firstName: 'Ada',
    lastName: 'Admin',
    email: 'ada@example.com',
    username: 'ada',
    password: seal<'password'>('seven green lanterns hum'),
    created: '',
    unconfirmed: '',
  })
  const create = (start: ReturnType<typeof startOf>, onStep?: (step: CreationStep) => void) =>
    createAccount(reseller.viewer, reseller.account.id, start, onStep)
  const failed = async (start: ReturnType<typeof startOf>) => {
    const error = await create(start).catch((thrown: unknown) => thrown)
    if (!(error instanceof Error)) throw new Error(`no error: ${String(error)}`)
    return error
  }
  const zoneOf = async (account: string) =>
    (await findAccount(reseller.viewer, account, 'account.read')).account.timezone
  const fault = (plan: Parameters<typeof reseller.world.simulator.fault>[0]) =>
    reseller.world.simulator.fault(plan)
  const puts = async () =>
    (await reseller.world.writes()).map(({ path }) => (path.endsWith('/users') ? 'user' : 'account'))
  const endings = async (limit: number) =>
    (await auditEventsOf(reseller.world.tenant.id, { limit })).map(({ stage, outcome }) => [stage, outcome])
  const admins = async (account: string) =>
    (await findAccountWithOwners(reseller.viewer, account)).owners?.map(({ name }) => name)

  /** Makes the account of this name a reseller, which only the master account may do. */
  const promoted = async (name: string) => {
    const { simulator } = reseller.world
    const ask = async (method: string, path: string, token: string, data: object) => {
      const headers = { 'content-type': 'application/json', 'x-auth-token': token }
      const body = method === 'GET' ? null : JSON.stringify({ data })
      return Answer.parse(
        await (await fetch(`${simulator.url}/v2/${path}`, { method, headers, body })).json(),
      )
    }
    const master = peopleOf('demo', TEST_SEED).find(({ privilege }) => privilege === 'master admin')
    if (master === undefined) throw new Error('the demo has no master admin')
    const credentials = createHash('md5').update(`${master.username}:${master.password}`).digest('hex')
    const signedIn = await ask('PUT', 'user_auth', '', { credentials, account_realm: master.realm })
    const token = signedIn.auth_token
    const found = await ask('GET', `search?t=account&q=name&v=${encodeURIComponent(name)}`, token, {})
    const [account] = Rows.parse(found.data)
    await ask('PUT', `accounts/${account?.id}/reseller`, token, {})
  }

  describe('creating an account', () => {
    afterEach(() => reseller.world.simulator.clearFaults())

    test('an account without a time zone gets that of its parent, as its form says', async () => {
      const { zone } = await findAccountToCreateIn(reseller.viewer, reseller.account.id)
      expect(zone).toBe('Europe/Berlin')
      const child = await create({ ...startOf('Inherits'), timezone: '' })
      expect(await zoneOf(child)).toBe('Europe/Berlin')
      const grandchild = await createAccount(reseller.viewer, child, { ...startOf('Deep'), timezone: '' })
      expect(await zoneOf(grandchild)).toBe('Europe/Berlin')
    })

    test('that Kazoo does not keep reports so, ends as failed in the audit log, and creates no admin', async () => {
      await fault({ ...CREATION, fault: { kind: 'unkept' } })
      const start = startOf('lost')
      expect(await failed(start)).toMatchObject({ message: 'messages.account.notKept', notKept: 'yes' })
      expect(await puts()).toEqual(['account'])
      expect(await endings(1)).toEqual([['failed', 'messages.account.notKept']])
      const { rows } = await listBranch(reseller.viewer, reseller.account.id, null)
      expect(rows.map(({ name }) => name)).not.toContain(start.name)
      // The same submission again, as the form repeats it.
      expect(await admins(await create(start))).toEqual(['Ada Admin'])
    })

    test('that Kazoo does not confirm, but has, continues', async () => {
      await fault({ ...CREATION, fault: { kind: 'unkept', kept: true } })
      const steps: CreationStep[] = []
      const id = await create(startOf('doubted'), (step) => steps.push(step))
      expect(steps).toEqual(['account', 'look', 'admin'])
      expect(await admins(id)).toEqual(['Ada Admin'])
      expect(await endings(2)).toEqual([
        ['done', null],
        ['done', null],
      ])
    })

    test.each([
      ['is out of order', { kind: 'status', status: 503 }],
      ['answers nonsense', { kind: 'wrong-json' }],
      ['refuses', { kind: 'status', status: 403 }],
    ])(
      'when Kazoo %s during the search it is not confirmed, and never "nothing was created"',
      async (how, look) => {
        await fault({ ...CREATION, fault: { kind: 'unkept' } })
        // The first accounts read are the parent and the granted one.
        await fault({ pattern: '/v2/accounts/*', methods: ['GET'], skip: 2, fault: look })
        expect(await failed(startOf(how.replaceAll(' ', '-')))).toMatchObject({
          message: 'messages.account.unconfirmed',
        })
        expect(await puts()).toEqual(['account'])
        expect(await endings(1)).toEqual([['began', 'messages.kazoo.unknown']])
      },
    )

    test.each([
      ['by its realm', 'cut'],
      ['by its name where Kazoo makes the realm', 'cut-without-realm'],
    ])('whose answer is lost is found %s', async (_how, word) => {
      await fault({ ...CREATION, fault: { kind: 'reset', after: 'answer' } })
      const start = word === 'cut' ? startOf(word) : startOf(word, '')
      const id = await create(start)
      expect(await puts()).toEqual(['account', 'user'])
      expect((await findAccount(reseller.viewer, id, 'account.read')).account.name).toBe(start.name)
      expect(await admins(id)).toEqual(['Ada Admin'])
      expect(await endings(2)).toEqual([
        ['done', null],
        ['done', null],
      ])
    })

    test('that could not be found at first is found by the next submission: there is no second one', async () => {
      await fault({ ...CREATION, fault: { kind: 'reset', after: 'answer' } })
      // The first searches, by name and by realm, are those before the creation.
      await fault({ ...SEARCH, skip: 2, fault: { kind: 'status', status: 500 } })
      const start = startOf('late')
      const first = await failed(start)
      expect(first).toBeInstanceOf(UnconfirmedAccount)
      const unconfirmed = first instanceof UnconfirmedAccount ? first.unconfirmed : ''
      await reseller.world.simulator.clearFaults()
      const id = await create({ ...start, unconfirmed })
      expect(await puts()).toEqual(['account', 'user'])
      expect(await admins(id)).toEqual(['Ada Admin'])
    })

    test('ignores an account that existed before, or that another submission requested', async () => {
      const start = startOf('older')
      const older = await create({ ...start, username: 'first' })
      // Nobody can tell before the creation whether it exists.
      await fault({ ...SEARCH, count: 2, fault: { kind: 'status', status: 500 } })
      await fault({ ...CREATION, fault: { kind: 'reset' } })
      const first = await failed(start)
      expect(first).toMatchObject({ message: 'messages.account.unconfirmed', unconfirmed: '' })
      // A form can contain anything: an attempt that requested another account finds nothing.
      const other = JSON.stringify(['something else', start.realm])
      expect(await failed({ ...start, unconfirmed: other })).toMatchObject({
        fields: { realm: { key: 'messages.duplicate.realm', values: { name: `older ${kazoo}` } } },
      })
      expect(await admins(older)).toEqual(['Ada Admin'])
      expect((await puts()).filter((what) => what === 'user')).toEqual(['user'])
    })

    test('is predicted to fail below a reseller with nothing billed below it, and nowhere else', async () => {
      const bare = await create(startOf('bare'))
      await promoted(`bare ${kazoo}`)
      const kept = async (account: string) => (await findAccountToCreateIn(reseller.viewer, account)).kept
      const { root } = await findRoot(reseller.viewer)
      expect(await Promise.all([bare, root.id, reseller.account.id].map(kept))).toEqual([
        'lost',
        'kept',
        'kept',
      ])
      await fault({ pattern: '**/services/summary', fault: { kind: 'status', status: 500 } })
      expect(await kept(bare)).toBe('unknown')
      await reseller.world.simulator.clearFaults()
      await createAccount(reseller.viewer, bare, startOf('first'))
      expect(await kept(bare)).toBe('kept')
    })

    test('finds its first admin where only the answer was lost', async () => {
      await fault({
        pattern: '/v2/accounts/*/users',
        methods: ['PUT'],
        count: 1,
        fault: { kind: 'reset', after: 'answer' },
      })
      const id = await create(startOf('shy'))
      expect(await puts()).toEqual(['account', 'user'])
      expect(await admins(id)).toEqual(['Ada Admin'])
    })

    test('reports an incomplete account where the first admin is missing too', async () => {
      await fault({
        pattern: '/v2/accounts/*/users',
        methods: ['PUT'],
        count: 1,
        fault: { kind: 'reset' },
      })
      await expect(create(startOf('headless'))).rejects.toThrow(IncompleteAccount)
    })
  })
}
