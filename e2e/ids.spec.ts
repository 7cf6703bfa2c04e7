import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'

/** The id of the first account of the tree, and of the first device of the big clinic's list. */
async function someIds(page: Page): Promise<{ account: string; device: string }> {
  await page.goto('/')
  const accounts = page.getByRole('link', { name: 'Bäckerei Vogel GmbH', exact: true })
  const account = (await accounts.getAttribute('href')) ?? ''
  await accounts.click()
  const devices = page
    .getByRole('row', { name: /Desk phone/ })
    .getByRole('link')
    .first()
  const device = (await devices.getAttribute('href')) ?? ''
  return { account: account.split('/')[2] ?? '', device: device.split('/')[2] ?? '' }
}

test('security row 2: an id of another session, of another kind, mistyped or invented is the one not-found page, and Kazoo gets no request', async ({
  signedIn,
  browser,
  world,
}) => {
  const { account, device } = await someIds(signedIn)
  const other = await browser.newContext({ baseURL: world.origin })
  const otherPage = await other.newPage()
  await signIn(otherPage, world)
  const foreign = await someIds(otherPage)
  expect(foreign.device).not.toBe(device)

  await world.simulator.clearRequests()
  const body = device.slice(4)
  const last = body.endsWith('A') ? 'Q' : 'A'
  const wrong = [
    `/devices/${foreign.device}`,
    `/accounts/${foreign.account}`,
    `/accounts/${foreign.account}/settings`,
    `/accounts/${foreign.account}/devices/new`,
    `/devices/${account}`,
    `/accounts/${device}`,
    `/devices/acc_${body}`,
    `/accounts/acc_${body}`,
    `/devices/dev_${body.slice(0, -1)}${last}`,
    `/devices/dev_${body}A`,
    `/devices/${device.toUpperCase()}`,
    '/devices/dev_AAAAAAAAAAAAAAAAAAAAAA',
    '/devices/0123456789abcdef0123456789abcdef',
    '/devices/%00',
    '/devices/..%2f..%2fv2',
    `/devices/${'a'.repeat(5000)}`,
  ]
  const answers = []
  for (const path of wrong) {
    const response = await signedIn.goto(path)
    answers.push({ path, status: response?.status(), heading: await signedIn.locator('h1').textContent() })
  }
  expect(answers).toEqual(wrong.map((path) => ({ path, status: 404, heading: 'Page not found' })))
  expect(await world.simulator.requests()).toEqual([])
  await other.close()
})

test('an id keeps its page over a reload and in a second tab', async ({ signedIn }) => {
  const { device } = await someIds(signedIn)
  const tab = await signedIn.context().newPage()
  const response = await tab.goto(`/devices/${device}`)
  expect(response?.status()).toBe(200)
  expect((await someIds(tab)).device).toBe(device)
})
