// Plants the documents of phones that no form of ours would have written.
import type { Page } from '@playwright/test'
import { kazooOf } from './kazoo.ts'
import { openDeviceForm } from './steps.ts'
import type { TestEnvironment } from './test-environment.ts'

const ACCOUNT = 'Alster Voice'

/** The path of a phone whose document was replaced by an old one with `odd` values. */
export async function plantedPhone(page: Page, world: TestEnvironment, odd: object) {
  const kazoo = await kazooOf(world)
  const home = await kazoo.account(ACCOUNT)
  const [row] = await kazoo.list(`${home}/devices?paginate=false`)
  const id = String(row?.['id'])
  const sip = { username: 'oldphone', password: 'OldPhone1!' }
  const document = { id, name: 'Old phone', device_type: 'sip_device', sip, ...odd }
  await world.simulator.plant(home.replace('/accounts/', ''), 'device', document)
  const path = await openDeviceForm(page, ACCOUNT, 'Old phone')
  return { path, read: () => kazoo.get(`${home}/devices/${id}`) }
}
