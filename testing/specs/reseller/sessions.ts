// Ids, permissions and tokens in every request of a reseller.
import { expect, test } from 'vitest'
import { NotFound } from '../../../lib/errors.ts'
import { resolve } from '../../../lib/session/proxy-ids.ts'
import type { Viewer } from '../../../lib/session/viewer.ts'
import { findRoot, listBranch } from '../../../lib/domain/account/branch.ts'
import { findAccount } from '../../../lib/domain/account/find.ts'
import { rebootDevice, removeDevice, revealSipPassword } from '../../../lib/domain/device/command.ts'
import { createDevice } from '../../../lib/domain/device/create.ts'
import { editDevice } from '../../../lib/domain/device/edit.ts'
import { findDevice } from '../../../lib/domain/device/find.ts'
import { NEW_DEVICE } from '../../new-device.ts'
import type { Reseller } from './reseller.ts'

/** Ids of other sessions, accounts outside the granted one, and a refused token. */
export function describeSessions(reseller: Reseller): void {
  const { newDevice } = reseller

  test('security row 2: ids of another session, or of another kind, are not found, and Kazoo gets no request', async () => {
    const device = await newDevice('Guarded')
    const otherViewer = await reseller.world.viewer()
    await reseller.world.simulator.clearRequests()
    const tries = [
      () => findDevice(otherViewer, device),
      () => findDevice(reseller.viewer, reseller.account.id),
      () => findAccount(reseller.viewer, device, 'account.read'),
      () => rebootDevice(otherViewer, device),
      () => removeDevice(otherViewer, device),
      () => revealSipPassword(otherViewer, device),
      () => editDevice(otherViewer, device, { typed: { name: 'x' }, initialValues: {}, sipPassword: null }),
      () => createDevice(otherViewer, reseller.account.id, { ...NEW_DEVICE, name: 'x' }),
      () => listBranch(otherViewer, reseller.account.id, null),
      () => listBranch(reseller.viewer, reseller.account.id, reseller.account.id),
    ]
    for (const attempt of tries) await expect(attempt()).rejects.toThrow(NotFound)
    expect(await reseller.world.simulator.requests()).toEqual([])
  })

  test('security row 4: an account that the token opens in Kazoo, but that is not at or below the granted one, is not found', async () => {
    const { viewer, account, world } = reseller
    const device = await newDevice('Beside')
    const { root, branch } = await findRoot(viewer)
    const sibling = branch.rows.find(({ id }) => id !== account.id)
    if (sibling === undefined) throw new Error('there is one account alone')
    /** The same token and ids with a grant of `id`, as while impersonating. */
    const narrowed = async (id: string): Promise<Viewer> => {
      const granted = await resolve(viewer.session, 'account', id)
      return { ...viewer, session: { ...viewer.session, record: { ...viewer.session.record, granted } } }
    }
    const [siblingViewer, accountViewer] = [await narrowed(sibling.id), await narrowed(account.id)]
    expect((await findDevice(accountViewer, device)).header.breadcrumbs.map(({ name }) => name)).toEqual([
      'Alster Voice',
    ])
    const [child] = (await listBranch(viewer, account.id, null)).rows
    if (child === undefined) throw new Error('nothing is below')
    const breadcrumbs = (await findAccount(accountViewer, child.id, 'account.read')).breadcrumbs
    expect(breadcrumbs.map(({ name }) => name)).toEqual(['Alster Voice', child.name])
    await world.simulator.clearRequests()
    const tries = [
      () => findDevice(siblingViewer, device),
      () => findAccount(siblingViewer, account.id, 'account.read'),
      () => rebootDevice(siblingViewer, device),
      () => removeDevice(siblingViewer, device),
      () => revealSipPassword(siblingViewer, device),
      () => editDevice(siblingViewer, device, { typed: { name: 'x' }, initialValues: {}, sipPassword: null }),
      () => createDevice(siblingViewer, account.id, { ...NEW_DEVICE, name: 'x' }),
      // Above them.
      () => findAccount(siblingViewer, root.id, 'account.read'),
      () => findAccount(accountViewer, root.id, 'account.read'),
      () => createDevice(accountViewer, root.id, { ...NEW_DEVICE, name: 'x' }),
    ]
    for (const attempt of tries) await expect(attempt(), String(attempt)).rejects.toThrow(NotFound)
    expect(await world.writes()).toEqual([])
  })

  test('a refused token is renewed once for all concurrent requests', async () => {
    await reseller.world.simulator.expireTokens()
    await reseller.world.simulator.clearRequests()
    await Promise.all(
      Array.from({ length: 20 }, () => findAccount(reseller.viewer, reseller.account.id, 'account.read')),
    )
    const signIns = (await reseller.world.simulator.requests()).filter(({ path }) =>
      path.endsWith('/user_auth'),
    )
    expect(signIns).toHaveLength(1)
  })
}
