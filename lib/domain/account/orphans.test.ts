import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type TestWorld } from '../../../testing/world.ts'
import { unseal } from '../../sealed.ts'
import { listOrphans } from './orphans.ts'

const GONE = 'dead'.repeat(8)

let world: TestWorld
beforeAll(async () => {
  world = await openWorld('5.0', 'large')
}, 120_000)
afterAll(() => world.close())

test('of a large tree the first 5,000 accounts are read, and only what Kazoo does not know counts as deleted', async () => {
  const viewer = await world.viewer()
  const root = unseal(viewer.session.record.granted)
  await world.simulator.plant(root, 'account', { id: '0'.repeat(32), name: '0', pvt_tree: [root, GONE] })
  await world.simulator.clearRequests()
  expect(await listOrphans(viewer)).toMatchObject({
    rows: [{ name: '0', below: null }],
    more: 0,
    checked: 5000,
  })
  const paths = (await world.simulator.requests()).map(({ path }) => path)
  expect(paths.filter((path) => path.endsWith('/descendants'))).toHaveLength(5)
  expect(paths.length).toBeLessThanOrEqual(25)
  await world.simulator.clearRequests()
  expect(await listOrphans(viewer)).toMatchObject({ rows: [{ name: '0' }], checked: 5000 })
  expect(await world.simulator.requests()).toEqual([])
}, 60_000)
