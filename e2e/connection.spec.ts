import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { faults } from './support/axe.ts'
import { kazooOf } from './support/kazoo.ts'
import { leaks } from './support/leaks.ts'
import { addMember, ageProofs, putOnTrial, auditLogOf } from './support/records.ts'
import { cookieOf, send } from './support/send.ts'
import type { TestEnvironment } from './support/test-environment.ts'
import { expectFault, field } from './support/steps.ts'

test.use({ apart: 'connection' })

const tokenOf = ({ admin }: TestEnvironment) =>
  createHash('md5').update(`${admin.username}:${admin.password}`).digest('hex')

/** The portal's sign-ins to Kazoo since the last call. */
async function signInsToKazoo(world: TestEnvironment): Promise<string[]> {
  const ways = (await world.simulator.requests()).filter(({ path }) => path.endsWith('_auth'))
  await world.simulator.clearRequests()
  return [...new Set(ways.map(({ path }) => path.split('/').at(-1) ?? ''))]
}

/** Opens the connection page as the owner, on a trial of so many days. */
async function onTrial(page: Page, world: TestEnvironment, days: number): Promise<void> {
  await putOnTrial(world, days)
  await page.context().clearCookies()
  await signIn(page, world)
  await page.goto('/connection')
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('a trial goes live with one button; from then on Kazoo sees only the API key, and the trial user can be deleted', async ({
  page,
  world,
}) => {
  await onTrial(page, world, 12)
  await expect(page.getByText('Trial: 12 days left.')).toBeVisible()
  await expect(page.getByText('Connected', { exact: true })).toBeVisible()
  expect(await faults(page)).toEqual([])
  await world.simulator.clearRequests()
  await press(page, 'Fetch key and activate')
  await expect(page.getByText('You can now disable the trial user in Kazoo')).toBeVisible()
  await expect(page.getByText('Trial: 12 days left.')).toBeHidden()
  await expect(page.getByRole('definition').filter({ hasText: 'API key' })).toBeVisible()
  expect(await signInsToKazoo(world)).toEqual(['api_auth'])

  const kazoo = await kazooOf(world)
  const users = await kazoo.list(`${kazoo.own}/users?paginate=false`)
  const trialUser = users.find(({ username }) => username === world.admin.username)
  await kazoo.remove(`${kazoo.own}/users/${String(trialUser?.['id'])}`)
  await world.simulator.expireTokens()
  await world.simulator.clearRequests()
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Alster Voice', exact: true })).toBeVisible()
  expect(await signInsToKazoo(world)).toEqual(['api_auth'])
  // Restores the user, for the following tests.
  await world.simulator.stop()
})

test('other credentials are tested before they are stored, and so is a pasted key; one of another account is refused', async ({
  signedIn: page,
  world,
}) => {
  const kazoo = await kazooOf(world)
  const messageKeyOf = async (account: string) => String((await kazoo.get(`${account}/api_key`))['api_key'])
  await page.goto('/connection/credentials')
  await page.getByText('Credentials token', { exact: true }).first().click()
  await field(page, 'Account realm').fill(world.admin.realm)
  await press(page, 'Paste a credentials token instead')
  await page.locator('[name=token]').fill('0'.repeat(32))
  await press(page, 'Test and replace')
  await expectFault(page.locator('[name=token]'), 'Kazoo rejected these credentials.')
  await page.locator('[name=token]').fill(tokenOf(world))
  await press(page, 'Test and replace')
  await expect(page.getByText('Credentials replaced')).toBeVisible()

  await onTrial(page, world, 3)
  for (const [key, why] of [
    ['nonsense', 'Enter an API key of 64 hexadecimal digits.'],
    ['f'.repeat(64), 'Kazoo rejected these credentials.'],
    [await messageKeyOf(await kazoo.account('Alster Voice')), 'These credentials belong to another account.'],
  ] as const) {
    await page.locator('[name=key]').fill(key)
    await press(page, 'Activate with this key')
    await expectFault(page.locator('[name=key]'), why)
  }
  expect(await faults(page)).toEqual([])
  await page.locator('[name=key]').fill(await messageKeyOf(kazoo.own))
  await press(page, 'Activate with this key')
  await expect(page.getByText('Portal activated')).toBeVisible()
  const auditLog = await auditLogOf(world, 'connection.edit')
  expect(auditLog.at(-1)).toMatchObject({ stage: 'done', after: { credentials: 'api key', key: 'pasted' } })
})

test('another address is checked line by line, and accepted when the account is the same', async ({
  signedIn: page,
  world,
}) => {
  await page.goto('/connection/address')
  await page.getByText('Credentials token', { exact: true }).first().click()
  await field(page, 'New API address').fill('https://127.0.0.1:8443')
  await field(page, 'Account realm').fill(world.admin.realm)
  await press(page, 'Paste a credentials token instead')
  await page.locator('[name=token]').fill(tokenOf(world))
  await press(page, 'Check now')
  await expect(page.getByText('Kazoo’s API can’t be used at this address.')).toBeVisible()
  await press(page, 'Test and change')
  await expectFault(field(page, 'New API address'), 'Kazoo’s API can’t be used at this address')
  await field(page, 'New API address').fill(`${world.simulator.url}/v2/`)
  await page.locator('[name=token]').fill(tokenOf(world))
  await press(page, 'Check now')
  await expect(page.getByText('Same account as before')).toBeVisible()
  expect(await faults(page)).toEqual([])
  await press(page, 'Test and change')
  await expect(page.getByText('Address changed')).toBeVisible()
})

test('the first steps of a trial are ticked by what has been done, and are dismissed for good', async ({
  page,
  world,
}) => {
  await onTrial(page, world, 30)
  await page.goto('/')
  const steps = page.getByRole('region', { name: 'First steps' })
  await expect(steps).toContainText('1 of 6 done')
  await expect(steps.getByRole('listitem').filter({ hasText: '(done)' })).toContainText('Connect your Kazoo')
  expect(await faults(page)).toEqual([])
  await addMember(world, 'viewer', 'Vera Viewer')
  await page.reload()
  await expect(steps).toContainText('2 of 6 done')
  await expect(steps.getByRole('link', { name: 'Invite a colleague (done)' })).toBeVisible()
  await steps.getByRole('link', { name: 'Turn on two-factor authentication' }).click()
  await page.waitForURL('**/profile/security')
  await page.goto('/')
  await press(page, 'Dismiss')
  await expect(steps).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('treegrid', { name: 'Accounts' })).toBeVisible()
  await expect(steps).toHaveCount(0)
})

test('a trial that has ended closes everything but its reason, going live and the export, which has no secret', async ({
  page,
  world,
  browser,
}) => {
  const helper = await addMember(world, 'support', 'Sam Support')
  await putOnTrial(world, -1)
  await signIn(page, world)
  await expect(page.getByRole('heading', { level: 1, name: 'The trial has ended' })).toBeVisible()
  expect(await faults(page)).toEqual([])
  await page.getByRole('link', { name: 'Go to Connection' }).click()
  await expect(page.getByText('Nothing was deleted.', { exact: false }).first()).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Export')])
  expect(download.suggestedFilename()).toMatch(/^portal-\d{4}-\d\d-\d\d\.json$/)
  const text = readFileSync(await download.path(), 'utf8')
  expect(JSON.parse(text)).toMatchObject({ tenant: { name: 'Nordlicht Telekom' } })
  expect(leaks([{ where: 'the export', text }], await world.simulator.canaries())).toEqual([])

  const helperContext = await browser.newContext({ baseURL: world.origin })
  const other = await helperContext.newPage()
  await signIn(other, world, helper)
  await other.goto('/connection')
  await expect(other.getByText('Only an owner of your team can do this.')).toBeVisible()
  for (const name of ['Export', 'Disconnect', 'Delete', 'Activate with this key'])
    await expect(other.getByRole('button', { name, exact: true })).toBeHidden()
  const headers = {
    origin: world.origin,
    'sec-fetch-site': 'same-origin',
    cookie: await cookieOf(helperContext),
  }
  for (const [path, own] of [
    ['/connection/export', { method: 'POST', headers }],
    ['/connection/credentials', { headers }],
    ['/connection/address', { headers }],
  ] as const)
    expect((await send(world, { path, ...own })).status, path).toBe(403)
  const foreign = { ...headers, cookie: await cookieOf(page.context()), origin: 'https://elsewhere.example' }
  expect((await send(world, { method: 'POST', path: '/connection/export', headers: foreign })).status).toBe(
    403,
  )
  await helperContext.close()
  await putOnTrial(world, null)
})

test('leaving needs the name and a step-up: disconnecting and connecting again, scheduling and cancelling a deletion', async ({
  signedIn: page,
  world,
}) => {
  const kazoo = await kazooOf(world)
  const key = String((await kazoo.get(`${kazoo.own}/api_key`))['api_key'])
  await page.goto('/connection')
  await ageProofs(world, world.owner.email)
  const [away] = await Promise.all([
    page.waitForURL(/\/prove\?next=/).then(() => page.url()),
    press(page, 'Export'),
  ])
  expect(decodeURIComponent(away)).toContain('/prove?next=/connection')
  await page.goto('/connection')
  await press(page, 'Disconnect')
  await page.getByRole('alertdialog').getByRole('textbox').fill('Nordlicht Telekom')
  await press(page, 'Destroy credentials')
  const proof = page.getByRole('dialog', { name: 'Confirm it’s you' })
  await proof.getByRole('textbox', { name: 'Password' }).fill('not this one')
  await proof.getByRole('button', { name: 'Continue' }).click()
  await expectFault(proof.getByRole('textbox', { name: 'Password' }), 'Incorrect password.')
  await proof.getByRole('textbox', { name: 'Password' }).fill(world.owner.password)
  await proof.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('Portal disconnected')).toBeVisible()
  await expect(page.getByRole('alertdialog')).toBeHidden()
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'The portal isn’t connected' })).toBeVisible()

  await page.getByRole('link', { name: 'Go to Connection' }).click()
  const credentials = page.getByRole('region', { name: 'Credentials' })
  await credentials.getByRole('link', { name: 'Connect again' }).click()
  await page.locator('[name=key]').fill(key)
  await press(page, 'Test and replace')
  await expect(page.getByText('Credentials replaced')).toBeVisible()
  await press(page, 'Delete')
  await page.getByRole('alertdialog').getByRole('textbox').fill('Nordlicht Telekom')
  await press(page, 'Delete in 30 days')
  await expect(page.getByText('This portal will be deleted')).toBeVisible()
  expect(await faults(page)).toEqual([])
  await press(page, 'Cancel deletion')
  await expect(page.getByText('Deletion cancelled')).toBeVisible()
  await expect(page.getByText('This portal will be deleted')).toBeHidden()
})
