import { expect, signIn, test } from './fixtures.ts'
import { faults } from './support/axe.ts'
import type { TestEnvironment } from './support/test-environment.ts'
import { expectFault, field, openDevice, expectSaved } from './support/steps.ts'

test.use({ apart: 'schema' })

const VOICE = 'Alster Voice'

/** The bodies of Kazoo's received writes. */
async function sent(world: TestEnvironment): Promise<unknown[]> {
  const requests = await world.simulator.requests()
  return requests.filter(({ write, path }) => write && !path.endsWith('_auth')).map(({ body }) => body)
}

test('all settings of a device: those with a value, one found among hundreds, a new key of this Kazoo, invalid ones at their field', async ({
  signedIn: page,
  world,
}) => {
  await world.simulator.amendSchema('devices', 'moon.phase', { type: 'integer', minimum: 1, maximum: 28 })
  const device = await openDevice(page, VOICE)
  await page.goto(`${device}/settings/all`)
  const search = page.getByRole('searchbox', { name: 'Find a setting' })
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(search).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.type('fax media')
  await expect(page.getByText('1 setting found')).toBeVisible()
  await page.getByLabel('Fax option').selectOption('Yes')
  await search.fill('moon phase')
  await page.getByLabel('Phase').fill('29')
  await search.fill('no such setting')
  await expect(page.getByText('No settings found')).toBeVisible()
  await world.simulator.clearRequests()
  const save = page.getByRole('button', { name: 'Save settings' })
  await save.click()
  await expect(field(page, 'Phase')).toBeFocused()
  await expectFault(field(page, 'Phase'), 'Enter 28 or less.')
  expect(await sent(world)).toEqual([])
  await field(page, 'Phase').fill('28')
  await save.click()
  await expectSaved(page)
  expect(await sent(world)).toEqual([{ data: { media: { fax_option: true }, moon: { phase: 28 } } }])
  await page.reload()
  await expect(field(page, 'Phase')).toHaveValue('28')
  await expect(page.getByLabel('Fax option')).toHaveValue('true')
  // Settings without a value are hidden until requested.
  await expect(page.getByRole('radio', { name: /^Set \(\d+\)$/ })).toBeChecked()
  await expect(page.getByLabel('Substitute')).toBeHidden()
  await search.fill('video codecs')
  await expect(page.getByText('1 setting found')).toBeVisible()
  expect(await faults(page)).toEqual([])
})

test('without script every setting is shown, and is saved', async ({ withoutScript: page, world }) => {
  await signIn(page, world)
  const device = await openDevice(page, VOICE)
  await page.goto(`${device}/settings/all`)
  await expect(page.getByRole('searchbox')).toBeHidden()
  await page.getByRole('group', { name: 'Audio' }).getByRole('textbox', { name: 'Codecs' }).fill('PCMA\nG722')
  await world.simulator.clearRequests()
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expectSaved(page)
  expect(await sent(world)).toEqual([{ data: { media: { audio: { codecs: ['PCMA', 'G722'] } } } }])
})
