// A reseller's own domains, with a scripted name server on loopback.
import type { Page } from '@playwright/test'
import { startNameServer, type NameServer } from '../scripts/services/name-server.ts'
import { expect, test } from './fixtures.ts'
import { faults } from './support/axe.ts'
import { addMember, auditLogOf } from './support/records.ts'
import { cookieOf, send } from './support/send.ts'
import type { TestEnvironment } from './support/test-environment.ts'
import { resumeSession } from './support/visits.ts'
import { expectFault, expectToast } from './support/steps.ts'

const HOST = 'xn--bro-hoa.acme.test'
let dns: NameServer
let world: TestEnvironment

test.beforeAll(async ({ world: main }) => {
  test.setTimeout(300_000)
  dns = await startNameServer()
  world = await main.beside({ DNS_SERVERS: dns.address, PUBLIC_ADDRESSES: '203.0.113.7' })
})
test.afterAll(async () => {
  await world?.stop()
  await dns?.stop()
})

test('an owner adds a domain, sees what its DNS lacks, fixes it, and watches it go live', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ baseURL: world.origin })).newPage()
  await resumeSession(page, world)
  await page.goto('/brand/domains')
  await expect(page.getByText('No custom domains yet')).toBeVisible()
  await page.getByRole('link', { name: 'Add domain' }).click()
  await page.getByLabel('Domain').fill('localhost')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expectFault(page.getByLabel('Domain'), 'Enter a public name with at least one dot')
  expect(await faults(page), 'refused').toEqual([])
  await page.getByLabel('Domain').fill('https://Büro.Acme.Test/')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expectToast(page, 'Domain added.')
  await expect(page).toHaveURL(new RegExp(`/brand/domains/${HOST}$`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('büro.acme.test')
  await expect(page.getByText(`_portal-proof.${HOST}`).first()).toBeVisible()
  const proof = (await page.getByText(/^portal-proof=/).textContent()) ?? ''

  const answers = page.getByRole('status', { name: 'DNS check' })
  dns.zones[HOST] = { A: ['198.51.100.1'] }
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(answers).toContainText('198.51.100.1')
  await expect(answers).toContainText('This isn’t an address of the portal.')
  await expect(answers).toContainText('No record found.')
  await expect(page.getByText('DNS doesn’t point to the portal and the TXT record is missing.')).toBeVisible()
  expect(await faults(page), 'wrong').toEqual([])

  dns.zones[HOST] = { A: ['203.0.113.7'] }
  dns.zones[`_portal-proof.${HOST}`] = { TXT: [proof] }
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(answers).toContainText('Checking again in a moment')
  await expect(page.getByText('The domain shows your brand.')).toBeVisible({ timeout: 15_000 })

  await page.getByRole('button', { name: 'Make primary' }).click()
  await expect(page.getByText('Links in e-mails now point to this domain.')).toBeVisible()
  // The combobox appears a moment after the page.
  await page
    .locator('input')
    .and(page.getByRole('combobox', { name: 'Account' }))
    .fill('Alster')
  await page.getByRole('option', { name: /Alster Voice/ }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Only for Alster Voice.')).toBeVisible()
  expect(await faults(page), 'live').toEqual([])
  await page.goto('/brand/domains')
  await expect(page.getByRole('row', { name: /büro.acme.test/ })).toContainText('Live')
  await expect(page.getByText('Links in e-mails point to büro.acme.test.')).toBeVisible()
  expect(await faults(page), 'list').toEqual([])
  const auditLog = await auditLogOf(world, 'domain.live')
  expect(auditLog.at(-1)).toMatchObject({ actor: 'the portal', subject: HOST, stage: 'done' })
  await page.context().close()
})

test('without script a domain is added and removed; other roles see the domains and change nothing', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: world.origin, javaScriptEnabled: false })
  const page = await context.newPage()
  await resumeSession(page, world)
  await page.goto('/brand/domains/new')
  await page.getByLabel('Domain').fill('portal.plain.test')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('Not checked yet.')).toBeVisible()

  const viewer = await addMember(world, 'viewer', 'Vera Viewer')
  const viewerPage = await (await browser.newContext({ baseURL: world.origin })).newPage()
  await resumeSession(viewerPage, world, viewer)
  await viewerPage.goto('/brand/domains/portal.plain.test')
  await expect(viewerPage.getByText('portal.plain.test').first()).toBeVisible()
  expect(await buttonsOf(viewerPage)).toEqual([])
  const headers = {
    cookie: await cookieOf(viewerPage.context()),
    origin: world.origin,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/x-www-form-urlencoded',
  }
  const checked = await send(world, {
    method: 'POST',
    path: '/brand/domains/check',
    headers,
    body: 'host=portal.plain.test',
  })
  expect(checked.body).toContain('Your role doesn’t allow this.')
  const { origin: _origin, ...foreign } = headers
  const forged = await send(world, {
    method: 'POST',
    path: '/brand/domains/check',
    headers: foreign,
    body: '',
  })
  expect(forged.body).toContain('didn’t come from a page of this portal')
  expect((await send(world, { path: '/brand/domains/new', headers })).status).toBe(403)
  await viewerPage.context().close()

  await page.locator('summary', { hasText: 'Remove' }).click()
  await page.getByRole('button', { name: 'Remove domain' }).click()
  await expect(page.getByText('Domain removed.')).toBeVisible()
  await context.close()
})

async function buttonsOf(page: Page): Promise<string[]> {
  const names = ['Check now', 'Save', 'Remove', 'Make primary', 'Add domain']
  const found: string[] = []
  for (const name of names)
    if ((await page.getByRole('button', { name, exact: true }).count()) > 0) found.push(name)
  return found
}
