import type { Page, Request } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { waitForRest } from './support/wait-for-rest.ts'
import { kazooOf } from './support/kazoo.ts'
import type { TestEnvironment } from './support/test-environment.ts'
import { sendSignIn } from './support/visits.ts'
import {
  escapeFrom,
  expectFault,
  field,
  goTo,
  expectSaved,
  openAccount,
  openDeviceForm,
  openSettings,
  save,
} from './support/steps.ts'

const VOICE = 'Alster Voice'
const MAC_RULE = 'Enter a MAC address of 12 hexadecimal digits, such as 00:15:65:ab:cd:ef.'

/** Opens the empty form for a device. */
async function beginDevice(page: Page): Promise<void> {
  await openAccount(page, VOICE)
  await page.getByRole('link', { name: 'New device' }).click()
  await expect(page.getByRole('heading', { name: 'New device' })).toBeVisible()
}

/** The posts of this page from now on. */
function postsOf(page: Page): Request[] {
  const posts: Request[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request)
  })
  return posts
}

/** The writes to Kazoo since its log was cleared. */
async function writes(world: TestEnvironment): Promise<string[]> {
  const all = (await world.simulator.requests()).filter(({ write }) => write)
  return all.map(({ method, path }) => `${method} ${path}`)
}

const summary = (page: Page) => page.getByRole('alert').filter({ hasText: /Fix \d fields/ })
const question = (page: Page) => page.getByRole('alertdialog', { name: 'Leave without saving?' })

test.describe('while a form is filled in', () => {
  test('a field shows its error when it is left, not before, and loses it once the value is valid', async ({
    signedIn: page,
  }) => {
    await beginDevice(page)
    const posts = postsOf(page)
    const mac = field(page, 'MAC address')
    await mac.pressSequentially('00:15:65')
    await expect(mac).not.toHaveAttribute('aria-invalid')
    await page.keyboard.press('Tab')
    await expectFaultSoon(page, 'MAC address', MAC_RULE)
    await mac.pressSequentially(':ab:cd:e')
    await expect(mac).toHaveAttribute('aria-invalid', 'true')
    await mac.pressSequentially('f')
    await expect(mac).not.toHaveAttribute('aria-invalid')
    // Leaving an untouched field causes no error.
    await field(page, 'Name').focus()
    await page.keyboard.press('Tab')
    await expect(field(page, 'Name')).not.toHaveAttribute('aria-invalid')
    expect(posts).toEqual([])
  })

  test('leaving a field by pressing a button shows its error without moving the button from under the pointer', async ({
    signedIn: page,
  }) => {
    await beginDevice(page)
    await field(page, 'SIP username').fill('two words')
    await page.getByRole('button', { name: 'Generate' }).click()
    await expect(field(page, 'SIP password')).toHaveValue(/^[a-zA-Z2-9]{20}$/)
    await expectFaultSoon(page, 'SIP username', 'Enter a SIP username of 2 to 32 characters')
  })

  test('an invalid form is not sent: errors are at the fields and in a summary, which has the focus', async ({
    signedIn: page,
    world,
  }) => {
    await beginDevice(page)
    await world.simulator.clearRequests()
    const posts = postsOf(page)
    await field(page, 'MAC address').fill('00:15')
    await field(page, 'SIP password').fill('1234')
    await page.getByRole('button', { name: 'Create device' }).click()
    await expect(summary(page)).toBeFocused()
    await expect(summary(page)).toContainText('Fix 3 fields')
    await expect(summary(page).getByRole('link')).toHaveText([
      'Enter a device name.',
      MAC_RULE,
      'Enter a SIP password of 5 to 32 characters.',
    ])
    await expectFault(field(page, 'Name'), 'Enter a device name.')
    await expectFault(field(page, 'MAC address'), MAC_RULE)
    // Nothing was sent, so all typed values stay, secrets included.
    await expect(field(page, 'SIP password')).toHaveValue('1234')
    await summary(page).getByRole('link', { name: MAC_RULE }).click()
    await expect(field(page, 'MAC address')).toBeFocused()
    // From here on every field is validated while typing.
    await field(page, 'Name').fill('Reception')
    await expect(field(page, 'Name')).not.toHaveAttribute('aria-invalid')
    // One error alone is told once: at its field, which gets the focus.
    await field(page, 'SIP password').fill('12345')
    await page.getByRole('button', { name: 'Create device' }).click()
    await expect(field(page, 'MAC address')).toBeFocused()
    await expect(page.getByText(MAC_RULE)).toHaveCount(1)
    await expect(summary(page)).toHaveCount(0)
    expect(posts).toEqual([])
    expect(await writes(world)).toEqual([])
  })

  test('a summary lists the errors in the order of their fields', async ({ page }) => {
    await goTo(page, '/trial')
    await page.getByRole('button', { name: /trial/ }).last().click()
    await expect(summary(page)).toBeFocused()
    const listed = () =>
      summary(page)
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('-').pop()))
    await expect.poll(listed).toEqual(['realm', 'token', 'name', 'email', 'company'])
    await summary(page).getByRole('link', { name: 'Enter the username and password' }).click()
    await expect(field(page, 'Kazoo username')).toBeFocused()
  })

  test('the rules load when a form gets the focus, not with the page', async ({ signedIn: page }) => {
    await beginDevice(page)
    const fetched: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'script') fetched.push(request.url())
    })
    await waitForRest(page, () => page.reload())
    fetched.length = 0
    await field(page, 'Name').focus()
    await expect.poll(() => fetched.length).toBeGreaterThan(0)
  })

  test('when the rules cannot be fetched the server still has them', async ({ signedIn: page }) => {
    await beginDevice(page)
    await waitForRest(page, () => page.reload())
    await page.route('**/_next/static/**', (route) => route.abort())
    await field(page, 'MAC address').fill('00:15')
    await page.getByRole('button', { name: 'Create device' }).click()
    await expectFaultSoon(page, 'MAC address', MAC_RULE)
    await expect(field(page, 'MAC address')).toHaveValue('00:15')
  })

  test('an error that only the server can find stays until that field is changed', async ({
    signedIn: page,
    world,
  }) => {
    const kazoo = await kazooOf(world)
    const realm = 'alster.nordlicht.example'
    await kazoo.put(kazoo.own, { name: '21 Known only to the server' })
    await openAccount(page, '21 Known only to the server')
    await page.getByRole('link', { name: 'Settings', exact: true }).click()
    await field(page, 'Realm').fill(realm)
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expectFaultSoon(page, 'Realm', 'The account “Alster Voice” already has this realm.')
    await field(page, 'Name').fill('21 Renamed')
    await page.keyboard.press('Tab')
    await expect(field(page, 'Realm')).toHaveAttribute('aria-invalid', 'true')
    await field(page, 'Realm').fill('free.nordlicht.example')
    await expect(field(page, 'Realm')).not.toHaveAttribute('aria-invalid')
    await save(page)
  })
})

test('without script the server shows the same errors at the same fields', async ({
  withoutScript: page,
  world,
}) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expectFault(page.getByLabel('E-mail'), 'Enter your e-mail address.')
  await expect(summary(page)).toContainText('Fix 2 fields')
  await sendSignIn(page, world.owner)
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible()
  await beginDevice(page)
  await field(page, 'MAC address').fill('00:15')
  await page.getByRole('button', { name: 'Create device' }).click()
  await expectFault(field(page, 'MAC address'), MAC_RULE)
  await expect(summary(page)).toContainText('Fix 2 fields')
})

test('what differs is counted, discarded, and saved with Ctrl+S; the bar never covers the focus', async ({
  signedIn: page,
}) => {
  await page.setViewportSize({ width: 390, height: 500 })
  await openDeviceForm(page, VOICE)
  const [name, number] = [field(page, 'Internal name'), field(page, 'Internal number')]
  const before = await name.inputValue()
  const bar = page.locator('[data-save-bar]')
  await expect(bar).toBeHidden()
  await name.fill('Changed')
  await expect(bar).toContainText('1 change')
  await page.getByRole('switch', { name: 'Forward calls' }).click()
  await expect(bar).toContainText('2 changes')
  await page.getByRole('switch', { name: 'Forward calls' }).click()
  await name.fill(before)
  await expect(bar).toBeHidden()

  await name.fill('Changed')
  await number.fill('17')
  const covered = async () => {
    const [control, over] = [await page.locator(':focus').boundingBox(), await bar.boundingBox()]
    return (control?.y ?? 0) + (control?.height ?? 0) > (over?.y ?? 0)
  }
  await field(page, 'Name').focus()
  for (let step = 0; step < 12 && !(await bar.evaluate((own) => own.matches(':focus-within'))); step++) {
    expect(await covered(), `step ${step}`).toBe(false)
    await page.keyboard.press('Tab')
  }
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(bar).toBeHidden()
  await expect(name).toHaveValue(before)
  await expect(number).not.toHaveValue('17')

  await name.fill('Saved by key')
  await page.keyboard.press('ControlOrMeta+s')
  await expectSaved(page)
  await expect(bar).toBeHidden()
  await page.reload()
  await expect(name).toHaveValue('Saved by key')
})

test.describe('sending', () => {
  test('a double click sends once', async ({ signedIn: page, world }) => {
    await beginDevice(page)
    await field(page, 'Name').fill('Clicked twice')
    await world.simulator.clearRequests()
    await page.getByRole('button', { name: 'Create device' }).dblclick()
    await expect(page.getByRole('heading', { level: 1, name: 'Clicked twice' })).toBeVisible()
    expect(await writes(world)).toHaveLength(1)
  })

  test('repeated Enter keys in a slow minute send once', async ({ signedIn: page, world }) => {
    await openDeviceForm(page, VOICE)
    await field(page, 'Internal name').fill('Pressed often')
    await world.simulator.clearRequests()
    await world.simulator.fault({ pattern: '/v2/**', methods: ['PATCH'], fault: { kind: 'delay', ms: 1500 } })
    for (let press = 0; press < 5; press++) await page.keyboard.press('Enter')
    await expectSaved(page)
    expect(await writes(world)).toHaveLength(1)
  })

  test('typed values stay when the portal does not answer', async ({ signedIn: page, world }) => {
    const kazoo = await kazooOf(world)
    const sip = { username: 'unanswered', password: 'unanswered-password' }
    const name = 'Not answered'
    await kazoo.put(`${await kazoo.account(VOICE)}/devices`, { name, sip, device_type: 'softphone' })
    await openDeviceForm(page, VOICE, name)
    await field(page, 'Name').fill('Typed with care')
    await page.getByRole('switch', { name: 'Forward calls' }).check()
    await field(page, 'Forward to').fill('+4940555')
    await field(page, 'New SIP password').fill('a-secret-with-care')
    await page.route('**/devices/**', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    )
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expect(page.getByText('The portal isn’t responding. Your input is still here')).toBeVisible()
    await expect(field(page, 'Name')).toHaveValue('Typed with care')
    await expect(page.getByRole('switch', { name: 'Forward calls' })).toBeChecked()
    await expect(field(page, 'New SIP password')).toHaveValue('a-secret-with-care')
    await page.unrouteAll()
    await save(page)
    await expect(field(page, 'New SIP password')).toHaveValue('')
  })
})

test.describe('leaving', () => {
  test('following a link asks first, names what would be lost, and stays unless confirmed', async ({
    signedIn: page,
  }) => {
    const place = `${await openDeviceForm(page, VOICE)}/settings`
    await field(page, 'Name').fill('Half a thought')
    await page.getByRole('switch', { name: 'Enabled' }).uncheck()
    const home = page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').last()
    await home.click()
    await expect(question(page)).toContainText('You changed 2 fields')
    await expect(question(page).getByRole('listitem')).toHaveText(['Name', 'Enabled'])
    await expect(question(page).getByRole('button', { name: 'Keep editing' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(question(page)).toBeHidden()
    await expect(field(page, 'Name')).toHaveValue('Half a thought')

    await home.click()
    await escapeFrom(question(page))
    expect(new URL(page.url()).pathname).toBe(place)

    await home.click()
    await question(page).getByRole('button', { name: 'Leave without saving' }).click()
    await page.waitForURL((url) => url.pathname !== place)
    await expect(question(page)).toBeHidden()
  })

  test('the browser’s back button asks too, and goes back when confirmed', async ({ signedIn: page }) => {
    await openAccount(page, VOICE)
    await page.locator('a[href^="/devices/dev_"]').first().click()
    await page.waitForURL(/\/devices\/dev_/)
    const device = new URL(page.url()).pathname
    await openSettings(page)
    const place = new URL(page.url()).pathname
    await field(page, 'Name').click()
    await page.keyboard.type('x')
    // The guard shows nothing yet, but it would ask when the tab is closed.
    await expect
      .poll(() => page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true }))))
      .toBe(false)
    await page.evaluate(() => history.back())
    await expect(question(page)).toBeVisible()
    expect(new URL(page.url()).pathname).toBe(place)
    await question(page).getByRole('button', { name: 'Keep editing' }).click()
    await field(page, 'Name').press('End')
    await page.evaluate(() => history.back())
    await question(page).getByRole('button', { name: 'Leave without saving' }).click()
    await page.waitForURL(`**${device}`)
  })

  test('an unchanged or saved form does not ask, nor does a link to a field', async ({ signedIn: page }) => {
    await openDeviceForm(page, VOICE)
    await field(page, 'Internal name').fill('Saved before')
    await save(page)
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').last().click()
    await page.waitForURL(/\/accounts\//)
    await expect(question(page)).toBeHidden()
  })
})

/** Like `expectFault`, for errors without an answer of the server. */
async function expectFaultSoon(page: Page, label: string, sentence: string): Promise<void> {
  await expect(field(page, label)).toHaveAttribute('aria-invalid', 'true')
  await expectFault(field(page, label), sentence)
}
