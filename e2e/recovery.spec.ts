// A customer's forgotten password, by Kazoo's own mail, on their provider's domain. Only the portal may see
// the id in its link.
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { expect, test } from './fixtures.ts'
import { faults } from './support/axe.ts'
import { ownHost } from './support/brand.ts'
import { kazooOf } from './support/kazoo.ts'
import { leaks } from './support/leaks.ts'
import { startRecorder } from './support/recorder.ts'
import type { TestEnvironment } from './support/test-environment.ts'
import { expectFault, field } from './support/steps.ts'

test.use({ apart: 'recovery' })

const BAKERY = 'Bäckerei Vogel GmbH'
const USERNAME = 'hanno.vogel'
const FRESH = 'nine-quiet-harbour-cranes'
const SENT = 'If this user exists and has an e-mail address, we sent a link to it.'

const Mails = z.array(z.object({ to: z.string(), link: z.string() }))

async function enter(page: Page, password: string): Promise<void> {
  await page.goto('/sign-in')
  await field(page, 'Account').fill(BAKERY)
  await field(page, 'Username').fill(USERNAME)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function ask(page: Page, username: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Reset your password' })).toBeVisible()
  await field(page, 'Account').fill(BAKERY)
  await field(page, 'Username').fill(username)
  await page.getByRole('button', { name: 'Send link' }).click()
  await expect(page.getByText(SENT)).toBeVisible()
}

async function linkOf(world: TestEnvironment): Promise<string> {
  const mails = async () => Mails.parse(await world.simulator.mails())
  await expect.poll(async () => (await mails()).length, { timeout: 20_000 }).toBe(1)
  return (await mails())[0]?.link ?? ''
}

/** Every address in the history of this tab. */
async function historyOf(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page)
  const { entries } = await devtools.send('Page.getNavigationHistory')
  await devtools.detach()
  // The browser itself remembers a typed or clicked link, outside every history entry.
  return JSON.stringify(entries.map(({ url, title }) => [url, title]))
}

test('the link of Kazoo’s mail sets a new password once; its id is in no log, history entry, Referer or later request', async ({
  browser,
  world,
}) => {
  const origin = await ownHost(world, 'acme.localhost')
  const kazoo = await kazooOf(world)
  const account = await kazoo.account(BAKERY)
  const users = await kazoo.list(`${account}/users?paginate=false`)
  const hanno = users.find(({ username }) => username === USERNAME)
  await kazoo.patch(`${account}/users/${String(hanno?.['id'])}`, { email: 'hanno@example.com' })
  const other = await (await browser.newContext({ baseURL: origin })).newPage()
  await enter(other, 'Vogel-User-1')
  await expect(other.getByRole('heading', { level: 1, name: 'Hanno Vogel' })).toBeVisible()

  const recorder = await startRecorder('customer')
  const proxy = { server: recorder.server }
  const page = await (await browser.newContext({ baseURL: origin, proxy })).newPage()
  await ask(page, 'nobody')
  expect(await faults(page), 'asked').toEqual([])
  await ask(page, 'Hanno.Vogel')
  const link = await linkOf(world)
  expect(link).toMatch(new RegExp(`^${origin}/recover/use\\?recovery=[0-9a-f]{132}$`))
  const id = new URL(link).searchParams.get('recovery') ?? ''

  const requests: string[] = []
  page.on('request', (request) =>
    requests.push(JSON.stringify([request.url(), request.headers(), request.postData()])),
  )
  for (let visit = 0; visit < 2; visit++) {
    await page.goto(link)
    await expect(page.getByRole('heading', { level: 1, name: 'Set a new password' })).toBeVisible()
    expect(page.url()).toBe(`${origin}/recover/password`)
  }
  expect(await faults(page), 'new password').toEqual([])
  await recorder.capture(page)
  await page.getByLabel('New password').fill('password1234')
  await page.getByRole('button', { name: 'Set password' }).click()
  await expectFault(page.getByLabel('New password'), 'This password, or one like it, is too common')
  await page.getByLabel('New password').fill(FRESH)
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hanno Vogel' })).toBeVisible()
  await other.goto('/me')
  expect(new URL(other.url()).pathname).toBe('/sign-in')

  expect(requests.filter((each) => each.includes(id)).map((each) => each.includes('/recover/use?'))).toEqual([
    true,
    true,
  ])
  expect(await historyOf(page)).not.toContain(id)
  expect(await page.evaluate(() => document.referrer)).not.toContain('recover')
  expect(world.log()).not.toContain(id)
  expect(world.log()).not.toContain(id.slice(0, 32))

  // Kazoo would accept it again; the portal refuses it, and the new password works.
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: 'This link is no longer valid' })).toBeVisible()
  expect(await faults(page), 'spent').toEqual([])
  await page.context().clearCookies()
  await enter(page, FRESH)
  await expect(page.getByRole('heading', { level: 1, name: 'Hanno Vogel' })).toBeVisible()
  expect(
    leaks([...recorder.sent, { where: 'the log', text: world.log() }], await world.simulator.canaries()),
  ).toEqual([])
  await page.context().close()
  recorder.close()
  await other.context().close()
})
