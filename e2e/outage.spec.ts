import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/** Goes home: what the portal answers, and after how many ms the answer was there whole. What the browser makes of it is the browser's time. */
async function answerAt(page: Page) {
  const before = Date.now()
  const response = await page.goto('/', { waitUntil: 'commit' })
  await response?.finished()
  return { response, ms: Date.now() - before }
}

test('security row 14: Redis stopped in mid-use is a 503 page within two seconds, and it heals when Redis returns', async ({
  signedIn: page,
  world,
}) => {
  await world.redis.stop()
  const { response, ms } = await answerAt(page)
  expect(response?.status()).toBe(503)
  expect(ms).toBeLessThan(2_000)
  await expect(page.getByText('The portal is interrupted for a moment.')).toBeVisible()
  const reference = await page.getByText(/^[0-9a-f]{12}$/).textContent()
  expect(world.log()).toContain(`"reference":"${reference}"`)
  expect(response?.headers()['content-security-policy']).toContain("script-src 'self' 'nonce-")

  await world.redis.start()
  // What Redis held is lost: people sign in again, nothing else happens.
  await expect.poll(async () => (await page.goto('/'))?.url(), { timeout: 5_000 }).toContain('/sign-in')
})

test('security row 14: Redis that hangs is a 503 page within two seconds, and the session is there again after', async ({
  signedIn: page,
  world,
}) => {
  world.redis.pause()
  const { response, ms } = await answerAt(page)
  expect(response?.status()).toBe(503)
  expect(ms).toBeLessThan(2_000)
  world.redis.resume()
  await expect.poll(async () => (await page.goto('/'))?.status(), { timeout: 5_000 }).toBe(200)
  await expect(page.getByRole('heading', { name: 'Accounts' })).toBeVisible()
})

test('Kazoo stopped is a page that says so, with a reference that is in the log, and signing in still works', async ({
  signedIn: page,
  world,
}) => {
  await world.simulator.stop()
  const response = await page.goto('/')
  expect(response?.status()).toBe(503)
  await expect(page.getByText('The telephone system does not answer.')).toBeVisible()
  const reference = await page.getByText(/^[0-9a-f]{12}$/).textContent()
  expect(world.log()).toContain(`"reference":"${reference}"`)

  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(world.owner.email)
  await page.getByLabel('Password', { exact: true }).fill(world.owner.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('The telephone system does not answer.')).toBeVisible()

  await world.simulator.start()
  await expect.poll(async () => (await page.goto('/'))?.status(), { timeout: 10_000 }).toBe(200)
})

test('a device saved while Kazoo does not answer is not saved, and nothing of what was typed is lost', async ({
  signedIn: page,
  world,
}) => {
  await page.getByRole('link', { name: 'Bäckerei Vogel GmbH', exact: true }).click()
  await page
    .getByRole('row', { name: /Desk phone/ })
    .getByRole('link')
    .first()
    .click()
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  const was = await name.inputValue()
  await name.fill('Typed with care')
  await page.getByLabel('Internal name').fill('Also typed')
  await page.getByLabel('Forward calls').click()
  await page.getByLabel('Forward to').fill('+4930123')
  await world.simulator.fault({ pattern: '/v2/**', fault: { kind: 'reset', after: 'request' } })
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('The telephone system does not answer. Nothing was changed')).toBeVisible()
  await expect(name).toHaveValue('Typed with care')
  await expect(page.getByLabel('Internal name')).toHaveValue('Also typed')
  await expect(page.getByLabel('Forward calls')).toBeChecked()
  await expect(page.getByLabel('Forward to')).toHaveValue('+4930123')

  await world.simulator.clearFaults()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(name).toHaveValue('Typed with care')
  expect(was).not.toBe('Typed with care')
})

test('a change that Kazoo does not confirm is told as unknown, and is not sent twice', async ({
  signedIn: page,
  world,
}) => {
  await page.getByRole('link', { name: 'Bäckerei Vogel GmbH', exact: true }).click()
  await page
    .getByRole('row', { name: /Desk phone/ })
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Maybe renamed')
  await world.simulator.fault({
    pattern: '/v2/**',
    methods: ['PATCH'],
    fault: { kind: 'reset', after: 'answer' },
  })
  await world.simulator.clearRequests()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('The telephone system did not confirm the change.')).toBeVisible()
  expect((await world.simulator.requests()).filter(({ method }) => method === 'PATCH')).toHaveLength(1)
})
