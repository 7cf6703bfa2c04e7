import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { kazooOf } from './support/kazoo.ts'
import { goTo, expectSaved } from './support/steps.ts'
import type { TestEnvironment } from './support/test-environment.ts'

const ODD = '0dd0'.repeat(8)
const NAMELESS = '0ddfade0'.repeat(4)
const ORPHAN = '0ddba11'.padEnd(32, '0')
const BELOW_ORPHAN = '0ddba11'.padEnd(32, '1')
const GONE = 'dead'.repeat(8)
const FIRST_SEED = 'a'.repeat(33)

/** What no form of Kazoo makes, and its database may have. */
async function plantAll(world: TestEnvironment): Promise<void> {
  const root = (await kazooOf(world)).own.replace('/accounts/', '')
  const { simulator } = world
  await simulator.plant(root, 'account', { id: ODD, name: '0 Odd', realm: 'odd.example.com' })
  await simulator.plant(root, 'account', { id: NAMELESS })
  await simulator.plant(root, 'account', { id: ORPHAN, name: 'Orphan', pvt_tree: [root, GONE] })
  await simulator.plant(root, 'account', { id: BELOW_ORPHAN, pvt_tree: [root, GONE, ORPHAN] })
  await simulator.plant(ODD, 'user', { id: FIRST_SEED, first_name: 'Frida', last_name: 'First' })
  await simulator.plant(ODD, 'user', { id: 'b'.repeat(32) })
  await simulator.plant(ODD, 'user', { id: 'alice', first_name: 'Alice', last_name: 'Unopenable' })
  await simulator.plant(ODD, 'device', { id: 'd'.repeat(33), name: 'Long id', owner_id: FIRST_SEED })
  await simulator.plant(ODD, 'device', { id: 'c'.repeat(32), enabled: 'false' })
  await simulator.plant(ODD, 'device', { id: 'weird id!', name: 'Weird', owner_id: FIRST_SEED })
}

async function openOdd(page: Page): Promise<void> {
  await goTo(page, '/')
  await page.getByRole('link', { name: '0 Odd', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: '0 Odd' })).toBeVisible()
}

test('the tree has an account without a name, which opens and can be given one', async ({
  signedIn: page,
  world,
}) => {
  await plantAll(world)
  await goTo(page, '/')
  const link = page.getByRole('treegrid', { name: 'Accounts', exact: true }).getByRole('link', {
    name: 'Unnamed account',
  })
  const box = await link.boundingBox()
  expect(box?.width).toBeGreaterThan(50)
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Unnamed account' })).toBeVisible()
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await page.waitForURL(/\/settings$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Unnamed account' })).toBeVisible()
  await page.getByLabel('Name').fill('Named at last')
  await page.getByLabel('Realm').fill('named.example.com')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expectSaved(page)
})

test('sub-accounts of a deleted account are below the tree, expand, and open', async ({
  signedIn: page,
  world,
}) => {
  await plantAll(world)
  await goTo(page, '/')
  const tree = page.getByRole('treegrid', { name: 'Sub-accounts of a deleted account' })
  await expect(tree.getByRole('link')).toHaveText(['Orphan'])
  await tree.getByRole('button', { name: 'Expand Orphan' }).click()
  await expect(tree.getByRole('link')).toHaveText(['Orphan', 'Unnamed account'])
  await tree.getByRole('link', { name: 'Unnamed account' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Unnamed account' })).toBeVisible()
  const breadcrumbs = page.getByRole('navigation', { name: 'Breadcrumb' })
  await breadcrumbs.getByRole('link', { name: 'Orphan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Orphan' })).toBeVisible()
})

test('devices and users of any form are listed, or counted and named', async ({ signedIn: page, world }) => {
  await plantAll(world)
  await openOdd(page)
  await expect(page.getByText('3 devices: 2 without registration, 1 disabled')).toBeVisible()
  await expect(
    page.getByText(
      '1 more device has an ID that the portal can’t use: Weird. It can only be changed in Kazoo',
    ),
  ).toBeVisible()
  await expect(page.locator('tbody').getByRole('link')).toHaveText(['Unnamed device', 'Long id'])
  await page.getByRole('link', { name: 'Long id' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Long id' })).toBeVisible()
  await page.getByRole('link', { name: 'Frida First' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Frida First' })).toBeVisible()
  await expect(page.getByText('1 more device has an ID that the portal can’t use: Weird.')).toBeVisible()

  await openOdd(page)
  await page.getByRole('link', { name: 'Users', exact: true }).click()
  await expect(page.getByText('3 users, no admins')).toBeVisible()
  await expect(
    page.getByText('1 more user has an ID that the portal can’t use: Alice Unopenable.'),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Unnamed user' }).click()
  await page.getByRole('link', { name: 'Delete', exact: false }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Delete Unnamed user' })).toBeVisible()
  await page.getByRole('button', { name: 'Delete user' }).click()
  await expect(page.getByText('2 users, no admins')).toBeVisible()
})
