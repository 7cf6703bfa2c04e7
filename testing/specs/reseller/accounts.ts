// What a reseller does with sub-accounts.
import { expect, test } from 'vitest'
import { seal } from '../../../lib/sealed.ts'
import type { Reseller } from './reseller.ts'
import { findRoot, listBranch } from '../../../lib/domain/account/branch.ts'
import { createAccount, IncompleteAccount } from '../../../lib/domain/account/create.ts'
import { editAccount } from '../../../lib/domain/account/edit.ts'
import { findAccount, findAccountWithOwners } from '../../../lib/domain/account/find.ts'

const CUSTOMER = {
  realm: '',
  timezone: 'Europe/Berlin',
  firstName: 'Ada',
  lastName: 'Admin',
  email: 'ada@example.com',
  username: 'ada',
  password: seal<'password'>('a good password'),
  created: '',
  unconfirmed: '',
}

/** The account tree, new customers, and edits of an account. */
export function describeAccounts(reseller: Reseller): void {
  test('sub-accounts come one branch at a time, by name, each once', async () => {
    const { root, branch } = await findRoot(reseller.viewer)
    const rows = [...branch.rows]
    for (let next = branch.next; next !== null;) {
      const more = await listBranch(reseller.viewer, root.id, next)
      rows.push(...more.rows)
      next = more.next
    }
    expect(rows.length).toBeGreaterThan(10)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(root.below).toBeGreaterThanOrEqual(rows.length)
  })

  test('an account has its breadcrumbs from the granted account down, and nothing above', async () => {
    const { root } = await findRoot(reseller.viewer)
    const { breadcrumbs } = await findAccount(reseller.viewer, reseller.account.id, 'account.read')
    expect(breadcrumbs.map(({ name }) => name)).toEqual([root.name, reseller.account.name])
    const below = await listBranch(reseller.viewer, reseller.account.id, null)
    const child = below.rows[0]
    if (child === undefined) throw new Error('no child')
    const page = await findAccount(reseller.viewer, child.id, 'account.read')
    expect(page.breadcrumbs.map(({ name }) => name)).toEqual([root.name, reseller.account.name, child.name])
  })

  test('a customer is an account with its first admin', async () => {
    const name = `Customer ${reseller.kazoo}`
    const id = await createAccount(reseller.viewer, reseller.account.id, { ...CUSTOMER, name })
    const { account: draft, breadcrumbs } = await findAccount(reseller.viewer, id, 'account.read')
    expect(draft).toMatchObject({ name, timezone: 'Europe/Berlin', enabled: true, granted: false })
    expect(breadcrumbs.map((breadcrumbItem) => breadcrumbItem.name)).toContain(reseller.account.name)
    expect((await findAccountWithOwners(reseller.viewer, id)).owners?.map((owner) => owner.name)).toEqual([
      'Ada Admin',
    ])
  })

  test('a first admin whose password contains the reseller’s name is refused before an account is created', async () => {
    await reseller.world.simulator.clearRequests()
    const password = seal<'password'>('Reseller telephones')
    await expect(
      createAccount(reseller.viewer, reseller.account.id, { ...CUSTOMER, name: 'Never made', password }),
    ).rejects.toMatchObject({ fields: { password: 'messages.password.own' } })
    expect(await reseller.world.writes()).toEqual([])
  })

  test('a customer whose admin is refused reports what exists, and the next submission continues there', async () => {
    await reseller.world.simulator.fault({
      pattern: '**/users',
      methods: ['PUT'],
      count: 1,
      fault: { kind: 'status', status: 500 },
    })
    const start = { ...CUSTOMER, name: `Incomplete ${reseller.kazoo}` }
    const incomplete = await createAccount(reseller.viewer, reseller.account.id, start).catch(
      (error: unknown) => error,
    )
    if (!(incomplete instanceof IncompleteAccount)) throw new Error(`not incomplete: ${String(incomplete)}`)
    expect(incomplete.message).toMatch(/^messages\.account\.incomplete/)
    await reseller.world.simulator.clearRequests()
    expect(
      await createAccount(reseller.viewer, reseller.account.id, { ...start, created: incomplete.created }),
    ).toBe(incomplete.created)
    expect((await reseller.world.writes()).map(({ path }) => path.endsWith('/users'))).toEqual([true])
  })

  test('a disabled account stays disabled when its name is edited', async () => {
    const id = await createAccount(reseller.viewer, reseller.account.id, {
      ...CUSTOMER,
      name: `Sleeping ${reseller.kazoo}`,
      username: 'sleepy',
    })
    const text = { name: `Sleeping ${reseller.kazoo}`, enabled: 'on' }
    await editAccount(reseller.viewer, id, { typed: { enabled: '' }, initialValues: text })
    expect((await findAccount(reseller.viewer, id, 'account.read')).account.enabled).toBe(false)
    await editAccount(reseller.viewer, id, {
      typed: { name: `Dreaming ${reseller.kazoo}` },
      initialValues: { name: text.name },
    })
    expect((await findAccount(reseller.viewer, id, 'account.read')).account).toMatchObject({
      name: `Dreaming ${reseller.kazoo}`,
      enabled: false,
    })
    await editAccount(reseller.viewer, id, { typed: { enabled: 'on' }, initialValues: { enabled: '' } })
    expect((await findAccount(reseller.viewer, id, 'account.read')).account.enabled).toBe(true)
  })

  test('a name that exists is refused at its field', async () => {
    const duplicate = { ...CUSTOMER, name: reseller.account.name, username: 'other' }
    await expect(createAccount(reseller.viewer, reseller.account.id, duplicate)).rejects.toMatchObject({
      name: 'Rejected',
      fields: { name: { key: 'messages.duplicate.accountName', values: { name: 'Alster Voice' } } },
    })
  })

  test('the granted account cannot be disabled from inside', async () => {
    const { root } = await findRoot(reseller.viewer)
    await expect(
      editAccount(reseller.viewer, root.id, { typed: { enabled: '' }, initialValues: {} }),
    ).rejects.toMatchObject({
      fields: { enabled: expect.any(String) },
    })
  })
}
