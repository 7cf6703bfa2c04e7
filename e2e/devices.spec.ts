import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { faults } from './support/axe.ts'
import { kazooOf, type Doc } from './support/kazoo.ts'
import { auditLogOf } from './support/records.ts'
import {
  expectFault,
  field,
  openAccount,
  openDeviceForm,
  openSettings,
  save,
  toasts,
} from './support/steps.ts'
import { waitForRest } from './support/wait-for-rest.ts'

const CLINIC = 'Hansa Klinikverbund gGmbH'
const VOICE = 'Alster Voice'

/** The MAC addresses of these Kazoo devices: 12 digits each. */
function macsOf(devices: readonly Doc[]): string[] {
  return devices
    .map((each) => JSON.stringify(each['mac_address'] ?? '').replaceAll(/[:"]/g, ''))
    .filter((mac) => /^[0-9a-f]{12}$/.test(mac))
}

/** A MAC address of one of these Kazoo devices, but not `own`: 12 digits. */
function someMac(devices: readonly Doc[], own = ''): string {
  const found = macsOf(devices).find((mac) => mac !== own.replaceAll(':', ''))
  if (found === undefined) throw new Error('no device has a MAC address')
  return found
}

/** The cells of one column of the list, from the top. */
async function column(page: Page, name: string): Promise<string[]> {
  return page.locator(`tbody tr td[data-column=${name}]`).allInnerTexts()
}

const isRefresh = (url: URL) => url.searchParams.has('_rsc') && !url.searchParams.has('q')

/** Opens the empty form in an account. */
async function beginDevice(page: Page): Promise<void> {
  await openAccount(page, VOICE)
  await page.getByRole('link', { name: 'New device' }).click()
  await expect(page.getByRole('heading', { name: 'New device' })).toBeVisible()
}
const createDevice = (page: Page) => page.getByRole('button', { name: 'Create device' }).click()

test.describe('the list', () => {
  test('two thousand devices come fifty to a page, with their number, links to the other pages, and few nodes', async ({
    signedIn: page,
  }) => {
    const account = await openAccount(page, CLINIC)
    await expect(page.getByText(/^2,000 devices: 1,\d{3} online, \d+ offline, /)).toBeVisible()
    await expect(page.getByText('1–50 of 2,000')).toBeVisible()
    await expect(page.locator('tbody tr')).toHaveCount(50)
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(3_000)
    await expect(page.getByRole('link', { name: 'Previous' })).toHaveCount(0)
    const first = await column(page, 'name')

    await page.getByRole('link', { name: 'Next' }).click()
    await expect(page.getByText('51–100 of 2,000')).toBeVisible()
    expect(new URL(page.url()).search).toBe('?page=2')
    await expect.poll(() => column(page, 'name')).not.toEqual(first)
    await page.getByRole('link', { name: 'Previous' }).click()
    await expect(page.getByText('1–50 of 2,000')).toBeVisible()
    await expect.poll(() => column(page, 'name')).toEqual(first)

    await page.goto(`${account}?page=40`)
    await expect(page.getByText('1,951–2,000 of 2,000')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Next' })).toHaveCount(0)
    // A page beyond the end, or an invalid one, shows an existing page.
    await page.goto(`${account}?page=99999`)
    await expect(page.getByText('1,951–2,000 of 2,000')).toBeVisible()
    await page.goto(`${account}?page=-1&sort=evil&dir=sideways&q=&q=twice`)
    await expect(page.getByText('1–50 of 2,000')).toBeVisible()
  })

  test('it narrows while typing, keeps the filter over a reload, and says when nothing matches', async ({
    signedIn: page,
    world,
  }) => {
    const kazoo = await kazooOf(world)
    const devices = await kazoo.list(`${await kazoo.account(CLINIC)}/devices?paginate=false`)
    const mac = someMac(devices)
    const end = mac.slice(-6)
    const found = macsOf(devices).filter((each) => each.includes(end))
    await openAccount(page, CLINIC)
    const filter = page.getByRole('searchbox', { name: 'Filter devices' })
    await page.keyboard.press('/')
    await expect(filter).toBeFocused()
    // A part of a MAC address is found in any spelling.
    await page.keyboard.type(end.replaceAll(/..(?=.)/g, '$&:').toUpperCase())
    await expect(page.getByText(`${found.length} of 2,000 match`)).toBeVisible()
    // The rows of a part of the text may be shown before.
    await expect
      .poll(async () => (await column(page, 'mac')).map((shown) => shown.replaceAll(':', '')).toSorted())
      .toEqual(found.toSorted())
    // The address follows after a short pause in typing.
    const text = await filter.inputValue()
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(text)
    await page.reload()
    await expect(page).toHaveURL(/\?q=/)
    await expect(filter).toHaveValue(text)
    await expect(page.getByText(`${found.length} of 2,000 match`)).toBeVisible()

    await filter.fill('<b>nothing & nobody</b>')
    await expect(page.getByText('No devices match “<b>nothing & nobody</b>”')).toBeVisible()
    await page.getByRole('link', { name: 'Show all devices' }).click()
    await expect(page.getByText('1–50 of 2,000')).toBeVisible()
    await expect(filter).toHaveValue('')
  })

  test('it is filtered by state, type and owner, from its counts, its segments and its menu, and by both sides alike', async ({
    signedIn: page,
  }) => {
    const account = await openAccount(page, CLINIC)
    const states = page.getByRole('navigation', { name: 'Status' })
    const offline = page.getByRole('link', { name: /^\d+ offline$/ })
    const count = (await offline.innerText()).replace(' offline', '')
    await expect(states.getByRole('link', { name: `Offline ${count}`, exact: true })).toBeVisible()
    await offline.click()
    await expect(page).toHaveURL(`${account}?state=offline`)
    await expect(page.getByText(`${count} of 2,000 match`)).toBeVisible()
    expect(new Set(await column(page, 'status'))).toEqual(new Set(['Offline']))
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Type' }).click()
    await page.getByRole('menuitemcheckbox', { name: /^Softphone/ }).click()
    await expect(page).toHaveURL(`${account}?state=offline&type=softphone`)
    // The submenu closes first.
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
    const chip = page.getByRole('link', { name: 'Remove filter Type: Softphone' })
    await expect(chip).toBeVisible()
    const served = await column(page, 'name')

    // The browser answers as the server did.
    await page.getByRole('searchbox', { name: 'Filter devices' }).fill('a')
    await expect(page).toHaveURL(`${account}?q=a&state=offline&type=softphone`)
    await page.getByRole('searchbox', { name: 'Filter devices' }).fill('')
    await expect(page).toHaveURL(`${account}?state=offline&type=softphone`)
    await expect.poll(() => column(page, 'name')).toEqual(served)
    await chip.click()
    await expect(page).toHaveURL(`${account}?state=offline`)
    await states.getByRole('link', { name: /^All/ }).click()
    await expect(page).toHaveURL(account)
    await expect(page.getByText(/^2,000 devices: /)).toBeVisible()
  })

  test('it stays narrowed when a refresh that began before the typing arrives after it', async ({
    signedIn: page,
  }) => {
    await openAccount(page, CLINIC)
    const [asked, typed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    await page.route(isRefresh, async (route) => {
      const response = await route.fetch()
      asked.resolve()
      await typed.promise
      await route.fulfill({ response })
    })
    // As after an action, or on the first page a browser sees, for its time zone.
    await page.evaluate('next.router.refresh()')
    await asked.promise
    await page.getByRole('searchbox', { name: 'Filter devices' }).fill('no such device')
    await expect(page).toHaveURL(/\?q=/)
    await waitForRest(page, async () => typed.resolve())
    await expect(page.getByText('No devices match “no such device”')).toBeVisible()
  })

  test('it never shows the earlier filter again when a link is followed right after typing', async ({
    signedIn: page,
  }) => {
    const account = await openAccount(page, CLINIC)
    await page.goto(`${account}?q=a`)
    const filter = page.getByRole('searchbox', { name: 'Filter devices' })
    await filter.focus()
    const counts = await filter.evaluate(async (input: HTMLInputElement) => {
      const { promise, resolve } = Promise.withResolvers<string[]>()
      const shown: string[] = []
      new MutationObserver(() => {
        const now = document.querySelector('main section h2 + output')?.textContent ?? ''
        if (now === shown.at(-1)) return
        shown.push(now)
        // Within the task that shows that nothing matches, before the URL has the text.
        if (now.startsWith('0 of')) {
          input.blur()
          document.querySelector<HTMLElement>('main section a[href="?"]')?.click()
        }
        if (now.startsWith('2,000 devices: ')) resolve(shown)
      }).observe(document.body, { subtree: true, childList: true, characterData: true })
      input.value = 'no such device'
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
      return promise
    })
    expect(counts.slice(counts.indexOf('0 of 2,000 match') + 1)).toEqual([
      expect.stringMatching(/^2,000 devices: /),
    ])
    await expect(filter).toHaveValue('')
    await expect(page).toHaveURL(new RegExp(`${account}$`))
  })

  test('it is sorted by each column, in either direction, and shows which', async ({ signedIn: page }) => {
    const account = await openAccount(page, CLINIC)
    const compare = new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare
    const letters = new Intl.Collator('en').compare
    const columns = [
      { title: 'Name', sort: 'name', at: 'name' },
      { title: 'Status', sort: 'registered', at: 'status' },
      { title: 'Owner', sort: 'owner', at: 'owner' },
      { title: 'Model', sort: 'model', at: 'model' },
      { title: 'MAC address', sort: 'macAddress', at: 'mac' },
    ]
    for (const { title, sort, at } of columns) {
      for (const order of ['ascending', 'descending'] as const) {
        const byDefault = sort === 'name' && order === 'ascending'
        await (byDefault ? page.goto(account) : page.getByRole('link', { name: title, exact: true }).click())
        const head = page.getByRole('columnheader', { name: title, exact: true })
        await expect(head).toHaveAttribute('aria-sort', order)
        await expect(page.locator('th[aria-sort=ascending], th[aria-sort=descending]')).toHaveCount(1)
        const by = sort === 'macAddress' ? letters : compare
        await expect(async () => {
          const shown = await column(page, at)
          expect(shown).toHaveLength(50)
          if (sort === 'registered') {
            expect(shown.every((word) => word === 'Online')).toBe(order === 'ascending')
          } else {
            expect(shown).toEqual(shown.toSorted((a, b) => (order === 'ascending' ? by(a, b) : by(b, a))))
          }
        }, `${title} ${order}`).toPass()
      }
    }
    // The order survives a filter and a page.
    await page.goto(`${account}?sort=owner&dir=desc&q=a&page=2`)
    await expect(page.getByRole('columnheader', { name: 'Owner', exact: true })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
    await page.getByRole('link', { name: 'Next' }).click()
    await expect(page).toHaveURL(/\?q=a&sort=owner&dir=desc&page=3$/)
  })

  test('on a phone a row has two lines, the bar of the selection one, and the tree its whole width', async ({
    signedIn: page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    const account = await openAccount(page, CLINIC)
    const row = page.locator('[data-row]').first()
    await expect(row.getByText(/^(Online|Offline)$/).first()).toBeVisible()
    expect((await row.boundingBox())?.height).toBeLessThan(64)
    await page.locator('[data-row][tabindex="0"]').waitFor()
    await row.getByRole('checkbox').check()
    const bar = page.getByRole('region', { name: 'Selected rows' })
    await expect(bar.getByRole('button', { name: 'Clear selection' })).toBeVisible()
    expect((await bar.boundingBox())?.height).toBeLessThan(56)
    await page.goto(account.replace(/accounts.*/, ''))
    const cell = page.locator('[data-line] td:first-child').first()
    expect((await cell.boundingBox())?.width).toBeGreaterThan(340)
  })

  test('when rows change places the focus moves with its row', async ({ signedIn: page, world }) => {
    const kazoo = await kazooOf(world)
    const name = '05 Three rooms'
    const at = `/accounts/${String((await kazoo.put(kazoo.own, { name }))['id'])}`
    for (const device of ['Attic', 'Balcony', 'Cellar'])
      await kazoo.put(`${at}/devices`, { name: device, device_type: 'sip_device' })
    await openAccount(page, name)
    await page.getByRole('link', { name: 'Name', exact: true }).click()
    await expect.poll(() => column(page, 'name')).toEqual(['Cellar', 'Balcony', 'Attic'])
    await page.getByRole('row', { name: /Cellar/ }).focus()
    await page.goBack()
    await expect.poll(() => column(page, 'name')).toEqual(['Attic', 'Balcony', 'Cellar'])
    await expect(page.getByRole('row', { name: /Cellar/ })).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(page.getByRole('row', { name: /Balcony/ })).toBeFocused()
  })

  test('an account without devices shows a message and a button to add one', async ({
    signedIn: page,
    world,
  }) => {
    const kazoo = await kazooOf(world)
    await kazoo.put(kazoo.own, { name: '00 Empty rooms' })
    const account = await openAccount(page, '00 Empty rooms')
    await expect(page.getByText('No devices yet')).toBeVisible()
    await expect(page.getByRole('searchbox')).toHaveCount(0)
    await page.getByRole('link', { name: 'New device' }).click()
    await page.waitForURL(`**${account}/devices/new`)
  })

  test('names with markup, quotes, emoji and right-to-left letters are shown as text', async ({
    signedIn: page,
    world,
  }) => {
    const kazoo = await kazooOf(world)
    const path = (await kazoo.put(kazoo.own, { name: '01 Odd things' }))['id']
    const odd = [
      '<script>document.title = "run"</script>',
      '<img src=x onerror=alert(1)>',
      'Büro "Süd" & Lager <2. OG>',
      "Chef's 🔥 phone",
      'هاتف الاستقبال',
      '${7*7}{{7*7}}',
      '\u202Elobby\u202C',
    ]
    for (const name of odd)
      await kazoo.put(`/accounts/${String(path)}/devices`, { name, device_type: 'softphone' })
    let dialogs = 0
    page.on('dialog', (dialog) => {
      dialogs++
      void dialog.dismiss()
    })
    await openAccount(page, '01 Odd things')
    expect((await page.locator('tbody tr td[data-column=name] a').allTextContents()).toSorted()).toEqual(
      odd.toSorted(),
    )
    await page.getByRole('link', { name: '<img src=x onerror=alert(1)>' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '<img src=x onerror=alert(1)>' })).toBeVisible()
    await openSettings(page)
    await expect(field(page, 'Name')).toHaveValue('<img src=x onerror=alert(1)>')
    await expect(page).not.toHaveTitle('run')
    expect(dialogs).toBe(0)
  })
})

test.describe('a new device', () => {
  test('a desk phone: each error is shown at its field, typed values stay, then it is created', async ({
    signedIn: page,
    world,
  }) => {
    const kazoo = await kazooOf(world)
    const account = await kazoo.account(VOICE)
    const devices = await kazoo.list(`${account}/devices?paginate=false`)
    const usedMac = someMac(devices)
    await beginDevice(page)
    await field(page, 'MAC address').fill('00:15:65:zz:00:01')
    await field(page, 'SIP username').fill('two words')
    await field(page, 'SIP password').fill('1234')
    await createDevice(page)
    await expectFault(field(page, 'Name'), 'Enter a device name.')
    await expectFault(field(page, 'MAC address'), 'Enter a MAC address of 12 hexadecimal digits')
    await expectFault(field(page, 'SIP username'), 'Enter a SIP username of 2 to 32 characters')
    await expectFault(field(page, 'SIP password'), 'Enter a SIP password of 5 to 32 characters.')
    // The summary takes the focus, and links to the fields.
    await page
      .getByRole('alert')
      .getByRole('link', { name: /12 hexadecimal digits/ })
      .click()
    await expect(field(page, 'MAC address')).toBeFocused()
    await expect(field(page, 'MAC address')).toHaveValue('00:15:65:zz:00:01')

    await field(page, 'Name').fill('Reception, first floor')
    await field(page, 'MAC address').fill(usedMac.toUpperCase().replaceAll(/..(?=.)/g, '$&-'))
    await field(page, 'SIP username').fill('reception1')
    await field(page, 'SIP password').fill('a-sip-password-of-mine')
    await page.getByLabel('Owner').selectOption({ label: 'Sven Alster' })
    await createDevice(page)
    await expectFault(field(page, 'MAC address'), 'of this account already has this MAC address.')
    await expect(field(page, 'Name')).toHaveValue('Reception, first floor')
    await expect(field(page, 'SIP username')).toHaveValue('reception1')
    await expect(page.getByLabel('Owner').locator('option:checked')).toHaveText('Sven Alster')
    expect(await kazoo.list(`${account}/devices?paginate=false`)).toHaveLength(devices.length)

    await field(page, 'MAC address').fill('0015.65AA.0B01')
    await field(page, 'SIP password').fill('a-sip-password-of-mine')
    await createDevice(page)
    await page.waitForURL(/\/devices\/dev_/)
    await expect(page.getByRole('heading', { level: 1, name: 'Reception, first floor' })).toBeVisible()
    await expect(toasts(page).getByText('Device created.')).toBeVisible()
    await expect(toasts(page).getByRole('button', { name: 'Create another' })).toBeVisible()
    await expect(page.getByText('00:15:65:aa:0b:01')).toBeVisible()
    expect(await page.content()).not.toContain('a-sip-password-of-mine')
    const created = await kazoo.get(await kazoo.device(account, 'Reception, first floor'))
    expect(created).toMatchObject({
      device_type: 'sip_device',
      mac_address: expect.stringMatching(/^00:?15:?65:?aa:?0b:?01$/),
      sip: { username: 'reception1', password: 'a-sip-password-of-mine' },
    })
    expect(created['owner_id']).toMatch(/^[0-9a-f]{32}$/)
    expect(await auditLogOf(world, 'device.create')).toMatchObject([
      { stage: 'began', subject: 'Reception, first floor' },
      { stage: 'failed', outcome: 'messages.correct' },
      { stage: 'began', actor: 'Olivia Owner', after: { sipPassword: 'changed', owner: 'changed' } },
      { stage: 'done', path: ['Nordlicht Telekom', VOICE] },
    ])
  })

  test('a softphone has no MAC address', async ({ signedIn: page, world }) => {
    const kazoo = await kazooOf(world)
    await beginDevice(page)
    await page.getByRole('radio', { name: /^Softphone/ }).check()
    await expect(field(page, 'MAC address')).toHaveCount(0)
    await field(page, 'Name').fill('Laptop of Sven')
    await field(page, 'SIP username').fill('laptop-sven')
    await page.getByRole('button', { name: 'Generate' }).click()
    const suggested = await field(page, 'SIP password').inputValue()
    expect(suggested).toMatch(/^[a-zA-Z2-9]{20}$/)
    await createDevice(page)
    await page.waitForURL(/\/devices\/dev_/)
    const created = await kazoo.get(await kazoo.device(await kazoo.account(VOICE), 'Laptop of Sven'))
    expect(created).toMatchObject({
      device_type: 'softphone',
      sip: { username: 'laptop-sven', password: suggested },
    })
    expect(created['mac_address']).toBeUndefined()
  })

  test('a mobile phone is a number to forward to, and needs one', async ({ signedIn: page, world }) => {
    const kazoo = await kazooOf(world)
    await beginDevice(page)
    await page.getByRole('radio', { name: /^Mobile phone/ }).check()
    await expect(field(page, 'SIP username')).toHaveCount(0)
    await field(page, 'Name').fill('Sven on the road')
    await createDevice(page)
    await expectFault(field(page, 'Number'), 'Enter the number of the mobile phone.')
    await expect(page.getByRole('radio', { name: /^Mobile phone/ })).toBeChecked()
    await field(page, 'Number').fill('call me')
    await createDevice(page)
    await expectFault(field(page, 'Number'), 'Enter a forwarding number of at most 15 characters')
    await field(page, 'Number').fill('+491701234567')
    await createDevice(page)
    await page.waitForURL(/\/devices\/dev_/)
    await expect(page.getByText('It doesn’t register. Calls reach it at +491701234567.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Reboot' })).toHaveCount(0)
    const created = await kazoo.get(await kazoo.device(await kazoo.account(VOICE), 'Sven on the road'))
    expect(created).toMatchObject({
      device_type: 'cellphone',
      call_forward: { enabled: true, number: '+491701234567' },
    })
  })
})

test.describe('one device', () => {
  let number = 0
  /** A device of its own for a test, created in Kazoo directly, with its page open. */
  async function ownDevice(page: Page, world: Parameters<typeof kazooOf>[0]) {
    const kazoo = await kazooOf(world)
    const account = await kazoo.account(VOICE)
    const name = `Own phone ${++number}`
    const mac = `00:15:65:bb:00:${String(number).padStart(2, '0')}`
    const sip = { username: `own-${number}`, password: `own-password-${number}`, method: 'password' }
    const created = await kazoo.put(`${account}/devices`, {
      name,
      mac_address: mac,
      sip,
      device_type: 'sip_device',
    })
    const path = `${account}/devices/${String(created['id'])}`
    await openDeviceForm(page, VOICE, name)
    await world.simulator.clearRequests()
    return { kazoo, path, name, account, sip, mac }
  }

  test('its page says whether calls reach it, and one whose registration ran out is offline', async ({
    signedIn: page,
    world,
  }) => {
    const { path, name, mac } = await ownDevice(page, world)
    const id = path.split('/').at(-1) ?? ''
    const open = () => page.getByRole('link', { name: 'Overview', exact: true }).click()
    await open()
    const status = page.getByRole('region', { name: 'Status' })
    await expect(status).toContainText('Offline')
    await expect(status).toContainText('Kazoo has no registration for this device.')
    const details = page.getByRole('region', { name: 'Details' })
    await expect(details).toContainText(mac)
    await expect(details.getByRole('button', { name: 'Copy SIP username' })).toBeVisible()
    expect(await faults(page), 'offline').toEqual([])

    await world.simulator.register(id, true)
    await page.reload()
    await expect(status).toContainText('Online')
    await expect(status).toContainText('192.0.2.10')

    await world.simulator.register(id, true, { silentSeconds: 1_000 })
    await page.reload()
    await expect(status).toContainText('Offline')
    await expect(status).toContainText('Registration expired at')
    // The list counts it in the same way, and so does the header on every page.
    await page.getByRole('link', { name: 'All settings', exact: true }).click()
    await expect(page.getByRole('searchbox', { name: 'Find a setting' })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page.getByRole('main').getByText('Offline', { exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Reboot', exact: true })).toBeVisible()
  })

  test('every section is edited in one go, and only what changed is sent', async ({
    signedIn: page,
    world,
  }) => {
    const { kazoo, path, account } = await ownDevice(page, world)
    await field(page, 'Name').fill('Phone by the window')
    await page.getByLabel('Owner').selectOption({ label: 'Sven Alster' })
    await field(page, 'MAC address').fill('00:15:65:CC:00:01')
    await page.getByRole('switch', { name: 'Enabled' }).uncheck()
    await field(page, 'SIP username').fill('window-1')
    await page.getByRole('switch', { name: 'Forward calls' }).check()
    await field(page, 'Forward to').fill('+4940123456')
    await page.getByRole('checkbox', { name: 'Require a key press to answer' }).uncheck()
    await page.getByRole('checkbox', { name: 'Forward direct calls only' }).check()
    await field(page, 'Internal name').fill('Window')
    await field(page, 'Internal number').fill('17')
    await field(page, 'External name').fill('Alster & Söhne')
    await field(page, 'External number').fill('+4940123400')
    await field(page, 'Emergency number').fill('+4940123499')
    await expect(page.getByText(/^\d+ changes$/)).toBeVisible()
    await save(page)
    const people = await kazoo.list(`${account}/users?paginate=false`)
    const sven = people.find((each) => each['username'] === 'sven.alster')
    const writes = (await world.simulator.requests()).filter(({ write }) => write)
    expect(writes.map(({ method, body }) => ({ method, body }))).toEqual([
      {
        method: 'PATCH',
        body: {
          data: {
            name: 'Phone by the window',
            owner_id: sven?.['id'],
            mac_address: expect.stringMatching(/^00:?15:?65:?cc:?00:?01$/),
            enabled: false,
            sip: { username: 'window-1' },
            call_forward: {
              enabled: true,
              number: '+4940123456',
              require_keypress: false,
              direct_calls_only: true,
            },
            caller_id: {
              internal: { name: 'Window', number: '17' },
              external: { name: 'Alster & Söhne', number: '+4940123400' },
              emergency: { number: '+4940123499' },
            },
          },
        },
      },
    ])
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Phone by the window' })).toBeVisible()
    await expect(page.getByRole('switch', { name: 'Enabled' })).not.toBeChecked()
    await expect(page.getByText('Disabled', { exact: true })).toBeVisible()
    await expect(field(page, 'External name')).toHaveValue('Alster & Söhne')
    await expect(field(page, 'Emergency name')).toHaveValue('')

    // An emptied field is removed, and so is an owner.
    await page.getByLabel('Owner').selectOption({ label: 'Unassigned' })
    await field(page, 'External name').fill('')
    await field(page, 'MAC address').fill('')
    await save(page)
    const now = await kazoo.get(path)
    expect(now['owner_id']).toBeUndefined()
    expect(now['mac_address']).toBeUndefined()
    expect(now['caller_id']).toMatchObject({ external: { number: '+4940123400' } })
    expect(JSON.stringify(now['caller_id'])).not.toContain('Söhne')

    await world.simulator.clearRequests()
    // There is nothing to save, and no button for it; Enter sends the form all the same.
    await expect(page.getByRole('button', { name: 'Save changes' })).toBeHidden()
    await field(page, 'Name').press('Enter')
    await expect(page.getByText('No changes to save.')).toBeVisible()
    expect((await world.simulator.requests()).filter(({ write }) => write)).toEqual([])
  })

  test('the presence ID is refused at its field, saved in Kazoo, and named in the audit log', async ({
    signedIn: page,
    world,
  }) => {
    const { kazoo, path } = await ownDevice(page, world)
    await field(page, 'Presence ID').fill('1'.repeat(129))
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expectFault(field(page, 'Presence ID'), 'Use at most 128 characters.')
    await field(page, 'Presence ID').fill('1042')
    await save(page)
    const writes = (await world.simulator.requests()).filter(({ write }) => write)
    expect(writes.map(({ body }) => body)).toEqual([{ data: { presence_id: '1042' } }])
    expect((await kazoo.get(path))['presence_id']).toBe('1042')
    await page.reload()
    await expect(field(page, 'Presence ID')).toHaveValue('1042')
    await page.getByRole('link', { name: 'History', exact: true }).click()
    const history = page.getByRole('region', { name: 'History' })
    await expect(history.getByRole('listitem').first()).toContainText('Presence ID: empty → 1042')

    await openSettings(page)
    await field(page, 'Presence ID').fill('')
    await save(page)
    expect((await kazoo.get(path))['presence_id']).toBeUndefined()
  })

  test('an invalid and an existing MAC address, and an invalid number: shown at the field, nothing is lost or saved', async ({
    signedIn: page,
    world,
  }) => {
    const { kazoo, path, mac, account } = await ownDevice(page, world)
    const devices = await kazoo.list(`${account}/devices?paginate=false`)
    await field(page, 'Name').fill('Wanted name')
    await field(page, 'MAC address').fill('00:15:65')
    await page.getByRole('switch', { name: 'Forward calls' }).check()
    await field(page, 'Internal number').fill('drop table;')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expectFault(field(page, 'MAC address'), 'Enter a MAC address of 12 hexadecimal digits')
    await expectFault(field(page, 'Internal number'), 'Enter a number of at most 35 characters')
    await expect(field(page, 'Name')).toHaveValue('Wanted name')
    await expect(page.getByRole('switch', { name: 'Forward calls' })).toBeChecked()

    await field(page, 'MAC address').fill(someMac(devices, mac))
    await field(page, 'Internal number').fill('18')
    await field(page, 'Forward to').fill('')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expectFault(field(page, 'Forward to'), 'Enter a number to forward to')
    await page.getByRole('switch', { name: 'Forward calls' }).uncheck()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expectFault(field(page, 'MAC address'), 'of this account already has this MAC address.')
    await expect(field(page, 'Name')).toHaveValue('Wanted name')
    await expect(field(page, 'Internal number')).toHaveValue('18')
    expect((await kazoo.get(path))['name']).not.toBe('Wanted name')
  })

  test('a SIP password can be written but not read, except on request, which is logged', async ({
    signedIn: page,
    world,
  }) => {
    const { kazoo, path, sip, name } = await ownDevice(page, world)
    expect(await page.content()).not.toContain(sip.password)
    await page.getByRole('button', { name: 'Reveal' }).click()
    await expect(page.getByText(sip.password)).toBeVisible()
    expect(await auditLogOf(world, 'device.reveal')).toMatchObject([
      {
        stage: 'began',
        actor: 'Olivia Owner',
        subject: name,
        path: ['Nordlicht Telekom', VOICE],
        address: '127.0.0.1',
      },
      { stage: 'done', subject: name },
    ])
    await page.getByRole('button', { name: 'Hide' }).click()
    await expect(page.getByText(sip.password)).toHaveCount(0)

    await field(page, 'New SIP password').fill('a-fresh-sip-password')
    await save(page)
    await expect(field(page, 'New SIP password')).toHaveValue('')
    const writes = (await world.simulator.requests()).filter(({ write }) => write)
    expect(writes.map(({ body }) => body)).toEqual([{ data: { sip: { password: 'a-fresh-sip-password' } } }])
    expect((await kazoo.get(path))['sip']).toMatchObject({
      username: sip.username,
      password: 'a-fresh-sip-password',
    })
    const edits = await auditLogOf(world, 'device.edit')
    expect(edits.at(-1)).toMatchObject({ stage: 'done', after: { sipPassword: 'changed' } })
    expect(JSON.stringify(edits)).not.toContain('a-fresh-sip-password')
    expect(world.log()).not.toContain('a-fresh-sip-password')
  })

  test('a concurrent change is not overwritten unseen; saving again overwrites it', async ({
    signedIn: page,
    world,
  }) => {
    const { kazoo, path } = await ownDevice(page, world)
    await kazoo.patch(path, { name: 'Theirs', caller_id: { internal: { name: 'Also theirs' } } })
    await field(page, 'Name').fill('Mine')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expectFault(field(page, 'Name'), 'This was changed to “Theirs” in the meantime.')
    await expect(
      page.getByText('Nothing was saved because the same fields were changed in the meantime.'),
    ).toBeVisible()
    await expect(field(page, 'Name')).toHaveValue('Mine')
    expect((await kazoo.get(path))['name']).toBe('Theirs')
    await save(page)
    const now = await kazoo.get(path)
    expect(now['name']).toBe('Mine')
    // Fields that only the other user changed keep their values.
    expect(now['caller_id']).toMatchObject({ internal: { name: 'Also theirs' } })
  })

  test('it is deleted after a confirmation, and is gone from its account', async ({
    signedIn: page,
    world,
  }) => {
    const { kazoo, path, name } = await ownDevice(page, world)
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    const dialog = page.getByRole('alertdialog', { name: `Delete ${name}?` })
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    expect((await world.simulator.requests()).filter(({ write }) => write)).toEqual([])
    expect((await kazoo.get(path))['name']).toBe(name)

    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await dialog.getByRole('button', { name: 'Delete device' }).click()
    await page.waitForURL(/\/accounts\/acc_/)
    await expect(page.getByRole('heading', { level: 1, name: VOICE })).toBeVisible()
    await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0)
    await expect(kazoo.get(path)).rejects.toThrow('404')
    expect((await auditLogOf(world, 'device.remove')).map(({ stage }) => stage)).toEqual(['began', 'done'])
  })

  test('a reboot is sent once, after a confirmation', async ({ signedIn: page, world }) => {
    const { path, name } = await ownDevice(page, world)
    await page.getByRole('button', { name: 'Reboot', exact: true }).click()
    const dialog = page.getByRole('alertdialog', { name: `Reboot ${name}?` })
    await dialog.getByRole('button', { name: 'Reboot', exact: true }).click()
    await expect(page.getByText('Reboot requested.')).toBeVisible()
    const writes = (await world.simulator.requests()).filter(({ write }) => write)
    expect(writes.map((each) => `${each.method} ${each.path}`)).toEqual([`POST /v2${path}/sync`])
    expect((await auditLogOf(world, 'device.reboot')).map(({ stage }) => stage)).toEqual(['began', 'done'])
  })
})
