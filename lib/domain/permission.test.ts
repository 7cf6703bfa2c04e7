import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES, VERBS } from '../views/viewer.ts'
import { findRoot } from './account/branch.ts'
import { createDevice } from './device/create.ts'
import { NEW_DEVICE } from './device/test-device.ts'
import { permit, verbsOf } from './permission.ts'
import { openWorld, type TestWorld } from './test-world.ts'

describe('security row 3: the permission table', () => {
  let world: TestWorld
  beforeAll(async () => {
    world = await openWorld('5.0')
  })
  afterAll(() => world.close())

  test.each(ROLES)(
    '%s may do what the table says, and is refused the rest before Kazoo is asked',
    async (role) => {
      const viewer = await world.viewer(role)
      await world.simulator.clearRequests()
      const may = verbsOf({ role, acting: null })
      for (const verb of VERBS) {
        if (may.includes(verb)) expect(() => permit(viewer, verb)).not.toThrow()
        else expect(() => permit(viewer, verb)).toThrow('said.role')
      }
      const owner = await world.viewer('owner')
      const { root } = await findRoot(owner)
      await world.simulator.clearRequests()
      if (!may.includes('device.create')) {
        await expect(createDevice(viewer, root.id, { ...NEW_DEVICE, name: 'x' })).rejects.toThrow('said.role')
        expect(await world.simulator.requests()).toEqual([])
      }
    },
  )
})
