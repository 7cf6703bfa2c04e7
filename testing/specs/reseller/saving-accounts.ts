// Names and realms of accounts that are in use, and a Kazoo that refuses them and saves them all the same.
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { TEST_SEED } from '../../../scripts/services/test-seed.ts'
import { peopleOf } from '../../../scripts/services/world-people.ts'
import { findRoot, listBranch } from '../../../lib/domain/account/branch.ts'
import { editAccount } from '../../../lib/domain/account/edit.ts'
import { findAccount } from '../../../lib/domain/account/find.ts'
import { grantOf } from '../../../lib/domain/grant.ts'
import { SavedThoughRefused } from '../../../lib/errors.ts'
import { path } from '../../../lib/kazoo/client.ts'
import { kazooId } from '../../../lib/kazoo/ids.ts'
import { resolve, withProxyIds } from '../../../lib/session/proxy-ids.ts'
import type { Viewer } from '../../../lib/session/viewer.ts'
import { auditEventsOf } from '../../../lib/store/audit-events.ts'
import type { Reseller } from './reseller.ts'

const Made = z.object({ id: kazooId('account') })

const taken = (field: 'name' | 'realm', name: string) => ({
  [field]: {
    key: field === 'name' ? 'messages.duplicate.accountName' : 'messages.duplicate.realm',
    values: { name },
  },
})

/** The master account, which the reseller's token does not see. */
function stranger() {
  const master = peopleOf('demo', TEST_SEED).find(({ privilege }) => privilege === 'master admin')
  if (master === undefined) throw new Error('the demo has no master admin')
  return { name: master.accountName, realm: master.realm }
}

/** What the tests do. */
function stepsOf(reseller: Reseller) {
  /** An account below the sub-reseller, made without the portal. */
  const make = async (name: string, realm: string, timezone = 'Europe/Berlin') => {
    const { viewer, account } = reseller
    const parent = await resolve(viewer.session, 'account', account.id)
    const body = { name, realm, timezone }
    const { id } = await grantOf(viewer).kazoo.create(path`/accounts/${parent}`, body, Made)
    return withProxyIds(viewer.session, (issue) => issue('account', id))
  }
  const shown = async (account: string) => {
    const { name, realm, timezone, enabled } = (await findAccount(reseller.viewer, account, 'account.read'))
      .account
    return { name, realm, timezone, enabled }
  }
  const edit = (account: string, typed: Record<string, string>, viewer = reseller.viewer) =>
    editAccount(viewer, account, { typed, initialValues: {} })
  const writes = async () => (await reseller.world.writes()).map(({ method, body }) => ({ method, body }))
  const last = async () => (await auditEventsOf(reseller.world.tenant.id, { limit: 1 }))[0]
  return { make, shown, edit, writes, last }
}

/** Saving an account. */
export function describeSavingAccounts(reseller: Reseller): void {
  const { kazoo } = reseller
  const { make, shown, edit, writes, last } = stepsOf(reseller)

  describe('saving an account', () => {
    afterEach(() => reseller.world.simulator.clearFaults())

    test('a name or realm in use is refused before Kazoo, compared as Kazoo compares, and names the account', async () => {
      await make(`Holder & Söhne ${kazoo}`, `holder.${kazoo}.example`)
      const id = await make(`Other ${kazoo}`, `other.${kazoo}.example`)
      const { root } = await findRoot(reseller.viewer)
      await reseller.world.simulator.clearRequests()
      await expect(
        edit(id, { name: `HOLDER-shne ${kazoo}`, realm: `Holder.${kazoo}.EXAMPLE` }),
      ).rejects.toMatchObject({
        name: 'Rejected',
        fields: { ...taken('name', `Holder & Söhne ${kazoo}`), ...taken('realm', `Holder & Söhne ${kazoo}`) },
      })
      // The search leaves out the account that is signed in.
      await expect(edit(id, { name: root.name.toUpperCase() })).rejects.toMatchObject({
        fields: taken('name', root.name),
      })
      expect(await writes()).toEqual([])
      expect(await edit(id, { name: `OTHER! ${kazoo}`, realm: `OTHER.${kazoo}.example` })).toBe(true)
    })

    test('a name is found although many begin with it', async () => {
      const name = `Chain${kazoo === '5.0' ? 'five' : 'four'}`
      await make(name, `chain.${kazoo}.example`)
      for (let number = 101; number <= 155; number += 1)
        await make(`${name} ${number}`, `chain${number}.${kazoo}.example`)
      const id = await make(`Linked ${kazoo}`, `linked.${kazoo}.example`)
      await expect(edit(id, { name: name.toLowerCase() })).rejects.toMatchObject({
        fields: taken('name', name),
      })
    })

    test('an account that the token sees and the viewer does not is not named', async () => {
      const { root, branch } = await findRoot(reseller.viewer)
      const sibling = branch.rows.find(({ id }) => id !== reseller.account.id)
      if (sibling === undefined) throw new Error('there is one account alone')
      const id = await make(`Narrow ${kazoo}`, `narrow.${kazoo}.example`)
      const { viewer, account } = reseller
      const granted = await resolve(viewer.session, 'account', account.id)
      const narrowed: Viewer = {
        ...viewer,
        session: { ...viewer.session, record: { ...viewer.session.record, granted } },
      }
      await expect(edit(id, { name: sibling.name }, narrowed)).rejects.toMatchObject({
        fields: { name: 'messages.refused.taken' },
      })
      await expect(edit(id, { name: account.name }, narrowed)).rejects.toMatchObject({
        fields: taken('name', account.name),
      })
      expect(root.name).not.toBe(account.name)
    })

    test('what an account that nobody here sees has is refused at the field, and nothing stays changed', async () => {
      const id = await make(`Kept ${kazoo}`, `kept.${kazoo}.example`)
      const before = await shown(id)
      expect(before).toEqual({
        name: `Kept ${kazoo}`,
        realm: `kept.${kazoo}.example`,
        timezone: 'Europe/Berlin',
        enabled: true,
      })
      const { name, realm } = stranger()
      for (const change of [{ realm }, { name }, { name, realm }]) {
        const error = await edit(id, { ...change, timezone: 'Europe/Lisbon', enabled: '' }).catch(
          (thrown: unknown) => thrown,
        )
        expect(error).toMatchObject({
          name: 'Rejected',
          message: kazoo === '5.0' ? 'messages.account.restored' : 'messages.correct',
          fields: Object.fromEntries(Object.keys(change).map((field) => [field, 'messages.refused.taken'])),
        })
        expect(await shown(id)).toEqual(before)
        expect(await last()).toMatchObject({ verb: 'account.edit', stage: 'failed' })
      }
      expect(await edit(id, { name: `Kept and renamed ${kazoo}` })).toBe(true)
    })

    if (kazoo === '5.0') describeSavedThoughRefused(reseller)

    test('a time zone that is cleared becomes that of the parent account', async () => {
      const id = await make(`Zoned ${kazoo}`, `zoned.${kazoo}.example`, 'Europe/Lisbon')
      await reseller.world.simulator.clearRequests()
      expect(await edit(id, { timezone: '' })).toBe(true)
      expect(await writes()).toEqual([
        { method: 'PATCH', body: { data: { timezone: 'inherit', enabled: true } } },
      ])
      expect((await shown(id)).timezone).toBe('Europe/Berlin')
      expect(await last()).toMatchObject({
        stage: 'done',
        before: { timezone: 'Europe/Lisbon' },
        after: { timezone: '' },
      })
    })

    test('a search that Kazoo refuses blocks no save', async () => {
      const id = await make(`Unsearched ${kazoo}`, `unsearched.${kazoo}.example`)
      await reseller.world.simulator.fault({
        pattern: '/v2/accounts/*/search',
        methods: ['GET'],
        fault: { kind: 'status', status: 503 },
      })
      expect(await edit(id, { name: `Renamed unsearched ${kazoo}` })).toBe(true)
      expect((await listBranch(reseller.viewer, id, null)).rows).toEqual([])
    })
  })
}

/** 5.0 refuses a name or realm that is in use, and saves it all the same (docs/kazoo.md section 27.1). */
function describeSavedThoughRefused(reseller: Reseller): void {
  const { kazoo } = reseller
  const { make, shown, edit, last } = stepsOf(reseller)

  test('a refused account that Kazoo saved and does not restore says what is saved, and the next save mends it', async () => {
    const id = await make(`Broken ${kazoo}`, `broken.${kazoo}.example`)
    const { realm } = stranger()
    await reseller.world.simulator.fault({
      pattern: '/v2/accounts/*',
      methods: ['PATCH'],
      skip: 1,
      fault: { kind: 'status', status: 503 },
    })
    const error = await edit(id, { realm, timezone: 'Europe/Lisbon', enabled: '' }).catch(
      (thrown: unknown) => thrown,
    )
    if (!(error instanceof SavedThoughRefused)) throw new Error(`another error: ${String(error)}`)
    expect(error.message).toBe('messages.account.keptTaken')
    expect(error.fields).toEqual({
      realm: { key: 'messages.account.takenNow', values: { before: `broken.${kazoo}.example` } },
      timezone: { key: 'messages.account.savedNow', values: { before: 'Europe/Berlin' } },
    })
    expect(await last()).toMatchObject({ stage: 'done', outcome: 'messages.account.keptTaken' })
    await reseller.world.simulator.clearFaults()
    const typed = { realm: `broken.${kazoo}.example` }
    await editAccount(reseller.viewer, id, { typed, initialValues: error.initialValues })
    expect(await shown(id)).toEqual({
      name: `Broken ${kazoo}`,
      realm: `broken.${kazoo}.example`,
      timezone: 'Europe/Lisbon',
      enabled: true,
    })
  })

  test('a refused account that cannot be read any more has an unknown outcome', async () => {
    const id = await make(`Doubtful ${kazoo}`, `doubtful.${kazoo}.example`)
    const { realm } = stranger()
    await reseller.world.simulator.fault({
      pattern: '/v2/accounts/*',
      methods: ['PATCH'],
      skip: 1,
      fault: { kind: 'status', status: 503 },
    })
    // Before the change the account is read twice, and the granted one once.
    await reseller.world.simulator.fault({
      pattern: '/v2/accounts/*',
      methods: ['GET'],
      skip: 3,
      fault: { kind: 'status', status: 503 },
    })
    await expect(edit(id, { realm })).rejects.toMatchObject({
      name: 'Unavailable',
      message: 'messages.account.perhapsKept',
    })
    expect(await last()).toMatchObject({ stage: 'began', outcome: 'messages.account.perhapsKept' })
    await reseller.world.simulator.clearFaults()
    await edit(id, { realm: `doubtful.${kazoo}.example` })
  })

  test('a refused account is restored although it could not be read first', async () => {
    const id = await make(`Unread ${kazoo}`, `unread.${kazoo}.example`)
    // Before the change the account is read twice, and the granted one once; a read is sent again once.
    await reseller.world.simulator.fault({
      pattern: '/v2/accounts/*',
      methods: ['GET'],
      skip: 3,
      count: 2,
      fault: { kind: 'status', status: 503 },
    })
    await expect(edit(id, { realm: stranger().realm })).rejects.toMatchObject({
      message: 'messages.account.restored',
    })
    expect((await shown(id)).realm).toBe(`unread.${kazoo}.example`)
  })

  test('an account that has a taken realm already is left as it is, until it gets a free one', async () => {
    const id = await make(`Twin ${kazoo}`, `twin.${kazoo}.example`)
    const ref = await resolve(reseller.viewer.session, 'account', id)
    const { realm } = stranger()
    await expect(
      grantOf(reseller.viewer).kazoo.patch(path`/accounts/${ref}`, { realm, enabled: true }, z.unknown()),
    ).rejects.toThrow('messages.refused.all')
    const twin = { name: `Twin ${kazoo}`, realm, timezone: 'Europe/Berlin', enabled: true }
    expect(await shown(id)).toEqual(twin)
    await expect(edit(id, { timezone: 'Europe/Lisbon' })).rejects.toMatchObject({
      message: 'messages.account.restored',
      fields: { realm: 'messages.refused.taken' },
    })
    expect(await shown(id)).toEqual(twin)
    expect(await edit(id, { realm: `twin.${kazoo}.example` })).toBe(true)
    expect(await shown(id)).toEqual({ ...twin, realm: `twin.${kazoo}.example` })
  })
}
