// The main path for each version of Kazoo: sign in, open a device, change it.
import type { KazooVersion } from '../../scripts/services/simulator.ts'
import { expect, test } from '../fixtures.ts'
import { expectSaved } from './steps.ts'

/** Everything up to a renamed device, on the Kazoo of this version. */
export function line(kazoo: KazooVersion): void {
  test.use({ kazoo })

  test(`on Kazoo ${kazoo} a reseller signs in, opens the tree, an account, a device, and renames it`, async ({
    atHome: page,
    world,
  }) => {
    await expect(page.getByRole('heading', { name: 'Accounts' })).toBeVisible()
    await page.getByRole('link', { name: 'Bäckerei Vogel GmbH', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Bäckerei Vogel GmbH' })).toBeVisible()
    await page
      .getByRole('row', { name: /Desk phone/ })
      .getByRole('link')
      .first()
      .click()
    await page.waitForURL(/\/devices\/dev_[\w-]{22}$/)
    await page.getByRole('link', { name: 'Settings', exact: true }).click()
    await page.waitForURL(/\/settings$/)
    await world.simulator.clearRequests()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Reception, ground floor')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expectSaved(page)
    const writes = (await world.simulator.requests()).filter(({ write }) => write)
    expect(writes.map(({ method, body }) => ({ method, body }))).toEqual([
      { method: 'PATCH', body: { data: { name: 'Reception, ground floor' } } },
    ])
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(
      'Reception, ground floor',
    )
    await expect(page.getByRole('heading', { name: 'Reception, ground floor' })).toBeVisible()
  })
}
