// From /trial to a renamed device, for each version of Kazoo and each kind of token.
import { createHash } from 'node:crypto'
import type { Request } from '@playwright/test'
import type { KazooVersion } from '../../scripts/services/simulator.ts'
import { expect, signIn, test } from '../fixtures.ts'
import { waitForRest } from './wait-for-rest.ts'
import { kazooOf } from './kazoo.ts'
import { linkIn, mailTo } from './mails.ts'
import { field, openSettings, save } from './steps.ts'

const PERSON = { name: 'Tilda Versuch', email: 'tilda@versuch.example', company: 'Versuch Telefon' }
const PASSWORD = 'nine-quiet-harbour-cranes'
const USER = { username: 'Trial.User', password: 'Kazoo Secret 77' }

/** The digest that Kazoo keeps besides the MD5 one, as a shell makes it. */
function sha1TokenOf({ username, password }: typeof USER): string {
  return createHash('sha1').update(`${username.toLowerCase()}:${password}`).digest('hex')
}

/** Everything that a new reseller does, on the Kazoo of this version. */
export function onboarding(kazoo: KazooVersion, method: 'MD5' | 'SHA-1'): void {
  test.use({ kazoo })

  test(`on Kazoo ${kazoo} a new reseller starts a trial with a ${method} token: from the first page to a renamed device`, async ({
    page,
    browser,
    world,
  }) => {
    const upstream = await kazooOf(world)
    const account = await upstream.put(upstream.own, { name: PERSON.company, realm: 'versuch.example' })
    const at = `/accounts/${String(account['id'])}`
    await upstream.put(`${at}/users`, {
      first_name: 'Trial',
      last_name: 'User',
      username: USER.username.toLowerCase(),
      password: USER.password,
      priv_level: 'admin',
    })
    await upstream.put(`${at}/devices`, { name: 'Reception', device_type: 'sip_device' })

    await waitForRest(page, () => page.goto('/trial'))
    const sent: Request[] = []
    page.on('request', (request) => sent.push(request))
    if (kazoo === '4.3') {
      await page.getByRole('radio', { name: 'Kazoo Open Source' }).check()
      await field(page, 'Host API URL').fill(world.simulator.url)
    }
    await field(page, 'Account realm').fill('versuch.example')
    if (method === 'MD5') {
      await field(page, 'Kazoo username').fill(USER.username)
      await page.getByLabel('Kazoo password').fill(USER.password)
      const posts = sent.filter((request) => request.method() !== 'GET')
      expect(posts, 'making the token sends nothing').toEqual([])
    } else {
      await page.getByRole('button', { name: 'Paste a credentials token instead' }).click()
      await page.getByLabel('Credentials token').fill(sha1TokenOf(USER))
    }
    const check = page.getByRole('status', { name: 'Connection check' })
    await expect(check.getByText('Runs as soon as the fields above are filled in.')).toBeVisible()

    // The check begins by itself when the last of its fields is left.
    await field(page, 'Your name').fill(PERSON.name)
    await expect(check.getByText('Ready to start.')).toBeVisible()
    for (const line of [
      /Passed: ?Kazoo is responding/,
      /Passed: ?Credentials accepted/,
      /Passed: ?Account “Versuch Telefon”/,
      /Warning: ?Not encrypted: anyone/,
      /Warning: ?Kazoo allows impersonation only/,
    ])
      await expect(check.getByRole('listitem').filter({ hasText: line })).toBeVisible()
    await field(page, 'Account realm').press('End')
    await field(page, 'Account realm').press('x')
    await expect(check.getByRole('listitem'), 'results about another realm').toHaveCount(0)
    await field(page, 'Account realm').fill('versuch.example')

    await field(page, 'E-mail').fill(PERSON.email)
    await field(page, 'Company').fill(PERSON.company)
    await expect(check.getByText('Ready to start.')).toBeVisible()
    await page.getByRole('button', { name: 'Start trial' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Check your inbox' })).toBeVisible()
    await page.reload()
    await expect(page.getByText(`we sent a link to ${PERSON.email}`)).toBeVisible()
    await expect(field(page, 'E-mail')).toHaveValue(PERSON.email)
    const stranger = await (await browser.newContext({ baseURL: world.origin })).newPage()
    await stranger.goto('/trial/sent')
    await expect(field(stranger, 'E-mail')).toHaveValue('')
    await stranger.context().close()
    for (const request of sent) {
      const what = decodeURIComponent(request.url()) + (request.postDataBuffer()?.toString() ?? '')
      expect(what.includes(USER.password), 'the password stays in the browser').toBe(false)
      expect(request.url()).not.toContain(encodeURIComponent(PERSON.email))
    }

    await page.goto(linkIn(await mailTo(world, PERSON.email)))
    await expect(page.getByRole('heading', { level: 1, name: 'Set your password' })).toBeVisible()
    expect(new URL(page.url()).pathname).toBe('/set-password')
    await page.getByLabel('New password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Set password' }).click()
    await expect(page.getByText('Your password is set.')).toBeVisible()

    await signIn(page, world, { email: PERSON.email, password: PASSWORD })
    await page.getByRole('link', { name: PERSON.company, exact: true }).click()
    await page.getByRole('link', { name: 'Reception', exact: true }).click()
    await openSettings(page)
    await field(page, 'Name').fill('Reception, first floor')
    await save(page)
    const devices = await upstream.list(`${at}/devices`)
    expect(devices.map(({ name }) => name)).toEqual(['Reception, first floor'])
  })
}
