// Every kind of document that a real Kazoo answered with is listed, opens, and saves one changed field alone.
import { expect, test } from 'vitest'
import { accountEdit } from '../../../lib/actions/account-input.ts'
import { deviceEdit } from '../../../lib/actions/device-input.ts'
import { boxEdit, userEdit } from '../../../lib/actions/user-input.ts'
import { listBranch } from '../../../lib/domain/account/branch.ts'
import { editAccount } from '../../../lib/domain/account/edit.ts'
import { findAccount } from '../../../lib/domain/account/find.ts'
import { editDevice } from '../../../lib/domain/device/edit.ts'
import { findDevice } from '../../../lib/domain/device/find.ts'
import { listEveryDevice } from '../../../lib/domain/device/list.ts'
import { editUser } from '../../../lib/domain/user/edit.ts'
import { findUser } from '../../../lib/domain/user/find.ts'
import { listEveryUser } from '../../../lib/domain/user/list.ts'
import { editBox, findBox } from '../../../lib/domain/user/voicemail.ts'
import { seal, unseal } from '../../../lib/sealed.ts'
import { resolve, withProxyIds } from '../../../lib/session/proxy-ids.ts'
import { readForm, type Rules } from '../../../lib/views/form-check.ts'
import type { JsonObject } from '../../../simulator/json.ts'
import { postForm } from '../../post-form.ts'
import type { Reseller } from '../reseller/reseller.ts'
import { recordedDocuments, type DocumentType } from './documents.ts'

/**
 * Listing, opening and saving the documents of the recordings. Kazoo refuses none of these saves, since it
 * has stored these very documents; only what must be unique in an account (or in Kazoo, for accounts) is
 * given each its own.
 */
export function describeRecorded(reseller: Reseller): void {
  test('a recorded device is in the list, opens, and is renamed by a PATCH of its name alone', async () => {
    const { viewer, kazoo } = reseller
    const planted = await plant(reseller, 'device', ({ sip }, n) => ({
      name: `Recorded ${n}`,
      mac_address: n.toString(16).padStart(12, '0'),
      sip: { ...Object(sip), username: `recorded${n}` },
    }))
    const rows = (await listEveryDevice(viewer, reseller.account.id)) ?? []
    const { account, docs } = planted
    const ids = await withProxyIds(viewer.session, (issue) =>
      docs.map(({ id }) => issue('device', { account, device: seal<'kazoo device'>(id) })),
    )
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
    const saved = await saveEach(reseller, docs, async (_doc, at) => {
      const id = ids[at] ?? ''
      const { text } = (await findDevice(viewer, id)).device
      const read = posted(deviceEdit, text, { device: id, name: `Renamed ${at}` })
      const { device, initialValues, sipPassword, ...typed } = read
      await editDevice(viewer, device, { typed, initialValues, sipPassword })
    })
    expect(saved).toEqual(docs.map(({ call }, at) => patchOf(call, { name: `Renamed ${at}` })))
    expect(docs.length, kazoo).toBeGreaterThan(50)
  })

  test('a recorded user is in the list, opens, and is renamed by a PATCH of the name alone', async () => {
    const { viewer, kazoo } = reseller
    const { account, docs } = await plant(reseller, 'user', ({ username, hotdesk }, n) => ({
      last_name: `Recorded ${n}`,
      ...(username === undefined ? {} : { username: `recorded${n}` }),
      ...(hotdesk === undefined ? {} : { hotdesk: { ...Object(hotdesk), id: String(n) } }),
    }))
    const ids = await withProxyIds(viewer.session, (issue) =>
      docs.map(({ id }) => issue('user', { account, user: seal<'kazoo user'>(id) })),
    )
    const rows = (await listEveryUser(viewer, reseller.account.id)) ?? []
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
    const saved = await saveEach(reseller, docs, async (_doc, at) => {
      const id = ids[at] ?? ''
      const { text } = (await findUser(viewer, id)).user
      const read = posted(userEdit, text, { user: id, lastName: `Renamed ${at}` })
      const { user, initialValues, hotdeskPin, ...typed } = read
      await editUser(viewer, user, { typed, initialValues, hotdeskPin })
    })
    expect(saved).toEqual(docs.map(({ call }, at) => patchOf(call, { last_name: `Renamed ${at}` })))
    expect(docs.length, kazoo).toBeGreaterThan(50)
  })

  test('a recorded voicemail box is with its user, opens, and is renamed by a PATCH of its name alone', async () => {
    const { viewer } = reseller
    const users = (await listEveryUser(viewer, reseller.account.id)) ?? []
    const owner = users[0]?.id ?? ''
    const ref = await resolve(viewer.session, 'user', owner)
    const { account, docs } = await plant(reseller, 'vmbox', (_doc, n) => ({
      name: `Recorded ${n}`,
      mailbox: `77${n}`,
      owner_id: unseal(ref.user),
    }))
    const ids = await withProxyIds(viewer.session, (issue) =>
      docs.map(({ id }) => issue('vmbox', { account, vmbox: seal<'kazoo vmbox'>(id) })),
    )
    const boxes = (await findUser(viewer, owner)).boxes ?? []
    expect(boxes.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
    const saved = await saveEach(reseller, docs, async (_doc, at) => {
      const id = ids[at] ?? ''
      const { text } = (await findBox(viewer, owner, id)).box
      const { box, initialValues, pin, ...typed } = posted(boxEdit, text, { box: id, name: `Renamed ${at}` })
      await editBox(viewer, box, { typed, initialValues, pin })
    })
    expect(saved).toEqual(docs.map(({ call }, at) => patchOf(call, { name: `Renamed ${at}` })))
    expect(docs.length).toBeGreaterThan(0)
  })

  test('a recorded account is in the tree, opens, and is renamed by a PATCH of its name and `enabled`', async () => {
    const { viewer, kazoo } = reseller
    const { docs } = await plant(reseller, 'account', (_doc, n) => ({
      name: `Recorded ${n}`,
      realm: `recorded${n}.example`,
    }))
    const ids = await withProxyIds(viewer.session, (issue) =>
      docs.map(({ id }) => issue('account', seal<'kazoo account'>(id))),
    )
    expect(await everyChild(reseller)).toEqual(expect.arrayContaining(ids))
    const saved = await saveEach(reseller, docs, async (_doc, at) => {
      const id = ids[at] ?? ''
      const { text } = (await findAccount(viewer, id, 'account.edit')).account
      const { account, initialValues, ...typed } = posted(accountEdit, text, {
        account: id,
        name: `Renamed ${at}`,
      })
      await editAccount(viewer, account, { typed, initialValues })
    })
    expect(saved).toEqual(docs.map(({ call }, at) => patchOf(call, { name: `Renamed ${at}`, enabled: true })))
    expect(docs.length, kazoo).toBeGreaterThan(50)
  })
}

/** A save; `call` is the recorded call whose answer the document is from. */
function patchOf(call: string, data: object) {
  return { call, sent: [{ method: 'PATCH', body: { data } }] }
}

const AT_A_TIME = 6

type Planted = { id: string; call: string }

/** Plants them in the sub-reseller's account; `unique` gives what no two may share. */
async function plant(
  { world, viewer, kazoo, account }: Reseller,
  type: DocumentType,
  unique: (document: JsonObject, n: number) => object,
) {
  const id = await resolve(viewer.session, 'account', account.id)
  const docs = await Promise.all(
    recordedDocuments(kazoo, type).map(async ({ call, document }, n): Promise<Planted> => {
      const planted = { ...document, ...unique(document, n) }
      return { id: await world.simulator.plant(unseal(id), type, planted), call }
    }),
  )
  return { account: id, docs }
}

/** Saves a few at a time, and tells what each sent, or why it failed. */
async function saveEach(
  { world }: Reseller,
  docs: readonly Planted[],
  save: (doc: Planted, at: number) => Promise<void>,
): Promise<unknown[]> {
  await world.simulator.clearRequests()
  const failed = new Map<string, unknown>()
  const waiting = [...docs.entries()].values()
  const next = async () => {
    for (const [at, doc] of waiting)
      await save(doc, at).catch((error: unknown) => void failed.set(doc.id, error))
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, next))
  const writes = await world.writes()
  return docs.map(({ id, call }) => {
    const sent = writes
      .filter(({ path }) => path.endsWith(`/${id}`))
      .map(({ method, body }) => ({ method, body }))
    return failed.has(id) ? { call, sent, failed: failed.get(id) } : { call, sent }
  })
}

async function everyChild({ viewer, account }: Reseller): Promise<string[]> {
  const ids: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listBranch>> = await listBranch(viewer, account.id, after)
    ids.push(...page.rows.map(({ id }) => id))
    after = page.next
  } while (after !== null)
  return ids
}

/** The parsed post of a form that was filled with `text`, after `change` was typed. */
function posted<Out>(rules: Rules<Out>, text: Record<string, string>, change: Record<string, string>): Out {
  const read = readForm(rules, postForm(text, change))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}
