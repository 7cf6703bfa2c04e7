// A reseller with a sub-reseller, shared by all specs.
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { KazooVersion } from '../../../scripts/services/simulator.ts'
import type { Viewer } from '../../../lib/session/viewer.ts'
import type { AccountRow } from '../../../lib/views/account.ts'
import { findRoot } from '../../../lib/domain/account/branch.ts'
import { createDevice } from '../../../lib/domain/device/create.ts'
import { editDevice } from '../../../lib/domain/device/edit.ts'
import { findDevice } from '../../../lib/domain/device/find.ts'
import { NEW_DEVICE } from '../../new-device.ts'
import { openWorld, type TestWorld } from '../../world.ts'

/** The shared set-up of the reseller specs. */
export type Reseller = ReturnType<typeof openReseller>

/** Opens a world for the following tests; `world`, `viewer` and `account` are set once a test runs. */
export function openReseller(kazoo: KazooVersion) {
  let world: TestWorld
  let viewer: Viewer
  let account: AccountRow

  beforeAll(async () => {
    world = await openWorld(kazoo)
    viewer = await world.viewer()
    const { branch } = await findRoot(viewer)
    const reseller = branch.rows.find(({ name }) => name === 'Alster Voice')
    if (reseller === undefined) throw new Error('the reseller has no reseller below')
    account = reseller
  })
  afterAll(() => world.close())
  beforeEach(() => world.simulator.clearRequests())

  const newDevice = async (name: string) => createDevice(viewer, account.id, { ...NEW_DEVICE, name })
  const edit = async (
    device: string,
    change: Record<string, string>,
    initialValues?: Record<string, string>,
  ) => {
    const shown = initialValues ?? (await findDevice(viewer, device)).device.text
    return editDevice(viewer, device, {
      typed: { ...shown, ...change },
      initialValues: shown,
      sipPassword: null,
    })
  }

  return {
    kazoo,
    get world() {
      return world
    },
    get viewer() {
      return viewer
    },
    /** The sub-reseller: with users, devices and accounts of its own. */
    get account() {
      return account
    },
    newDevice,
    edit,
  }
}
