// From /trial to a renamed device, for each version of Kazoo and each kind of token.
import type { KazooVersion } from '../../scripts/services/simulator.ts'
import { expect, signIn, test } from '../fixtures.ts'
import { waitForRest } from './wait-for-rest.ts'
import { kazooOf } from './kazoo.ts'
import { linkIn, mailTo } from './mails.ts'
import { field, save } from './steps.ts'

const PERSON = { name: 'Tilda Versuch', email: 'tilda@versuch.example', company: 'Versuch Telefon' }
const PASSWORD = 'nine-quiet-harbour-cranes'
const USER = { username: 'Trial.User', password: 'Kazoo Secret 77' }

/** Everything that a new reseller does, on the Kazoo of this version. */
export function onboarding(kazoo: KazooVersion, method: 'MD5' | 'SHA-1'): void {
  test.use({ kazoo })

  test(`on Kazoo ${kazoo} a new reseller starts a trial with a ${method} token: from the first page to a renamed device`, async ({
    page,
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
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url()))
    await field(page, 'Kazoo username').fill(USER.username)
    await page.getByLabel('Kazoo password').fill(USER.password)
    await page.getByRole('radio', { name: method, exact: true }).check()
    await expect(page.getByText(method === 'MD5' ? /^[0-9a-f]{32}$/ : /^[0-9a-f]{40}$/)).toBeVisible()
    expect(sent, 'the generator sends nothing').toEqual([])
    await page.getByRole('button', { name: 'Use token' }).click()

    await field(page, 'Your name').fill(PERSON.name)
    await field(page, 'E-mail').fill(PERSON.email)
    await field(page, 'Company').fill(PERSON.company)
    await field(page, 'Account realm').fill('versuch.example')
    if (kazoo === '4.3') {
      await page.getByRole('radio', { name: 'Kazoo Open Source' }).check()
      await field(page, 'Host API URL').fill(world.simulator.url)
    }
    await page.getByRole('button', { name: 'Check connection' }).click()
    const check = page.getByRole('status', { name: 'Connection check' })
    await expect(check.getByText('Ready to start.')).toBeVisible()
    for (const line of ['Kazoo is responding', 'Credentials accepted', PERSON.company])
      await expect(check.getByText(line)).toBeVisible()

    await page.getByRole('button', { name: 'Start trial' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Check your inbox' })).toBeVisible()

    await page.goto(linkIn(await mailTo(world, PERSON.email)))
    await expect(page.getByRole('heading', { level: 1, name: 'Set your password' })).toBeVisible()
    expect(new URL(page.url()).pathname).toBe('/set-password')
    await page.getByLabel('New password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Set password' }).click()
    await expect(page.getByText('Your password is set.')).toBeVisible()
    expect(sent.some((url) => url.includes(USER.password))).toBe(false)

    await signIn(page, world, { email: PERSON.email, password: PASSWORD })
    await page.getByRole('link', { name: PERSON.company, exact: true }).click()
    await page.getByRole('link', { name: 'Reception', exact: true }).click()
    await field(page, 'Name').fill('Reception, first floor')
    await save(page)
    const devices = await upstream.list(`${at}/devices`)
    expect(devices.map(({ name }) => name)).toEqual(['Reception, first floor'])
  })
}
