import type { Locator, Page } from '@playwright/test'
import { oddCompanies } from '../simulator/worlds/companies.ts'
import { expect, test } from './fixtures.ts'
import { kazooOf, type Kazoo } from './support/kazoo.ts'
import { auditLogOf } from './support/records.ts'
import type { TestEnvironment } from './support/test-environment.ts'
import { expectFault, field, openAccount, save, typeAhead } from './support/steps.ts'

/** The row of the tree with this account. */
const line = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })

/** The bodies of the writes to Kazoo since its log was cleared. */
async function writes(world: TestEnvironment) {
  const all = (await world.simulator.requests()).filter(({ write }) => write)
  return all.map(({ method, path, body }) => ({ method, path, body }))
}

/** An account of its own for a test. */
async function ownAccount(kazoo: Kazoo, name: string): Promise<string> {
  return `/accounts/${String((await kazoo.put(kazoo.own, { name, timezone: 'Europe/Berlin' }))['id'])}`
}
async function edit(page: Page, name: string): Promise<void> {
  await openAccount(page, name)
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(field(page, 'Name')).toHaveValue(name)
}

type Start = { name: string; realm?: string; username: string }
/** Opens the form below the reseller and fills it in. */
async function begin(page: Page, { name, realm = '', username }: Start): Promise<void> {
  await openAccount(page, 'Nordlicht Telekom')
  await page.getByRole('link', { name: 'New account' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'New account' })).toBeVisible()
  await field(page, 'Name').fill(name)
  await field(page, 'Realm').fill(realm)
  await field(page, 'First name').fill('Ida')
  await field(page, 'Last name').fill('Erste')
  await field(page, 'E-mail').fill('ida@customer.example')
  await field(page, 'Username').fill(username)
  await field(page, 'Password').fill('first-admin-password')
}
const create = (page: Page) => page.getByRole('button', { name: 'Create account' }).click()

test.describe('the tree', () => {
  test('starts with the reseller and the first accounts below it, with their counts, and shows the rest on request', async ({
    atHome: page,
    world,
  }) => {
    const kazoo = await kazooOf(world)
    const children = await kazoo.list(`${kazoo.own}/children?paginate=false`)
    const own = line(page, 'Nordlicht Telekom')
    await expect(own).toHaveAttribute('aria-level', '1')
    await expect(own).toHaveAttribute('aria-expanded', 'true')
    await expect(own.getByRole('gridcell').or(own.getByRole('cell')).last()).toHaveText(/^\d{3}$/)
    await expect(page.locator('tr[aria-level="2"]').filter({ has: page.getByRole('link') })).toHaveCount(50)
    await page.getByRole('button', { name: 'Show more' }).click()
    await expect(page.locator('tr[aria-level="2"]').filter({ has: page.getByRole('link') })).toHaveCount(
      children.length,
    )
    await expect(page.getByRole('button', { name: 'Show more' })).toHaveCount(0)
    const names = await page.locator('tr[aria-level="2"] a').allTextContents()
    expect(names.toSorted()).toEqual(children.map(({ name }) => String(name)).toSorted())
    // Nothing above or beside the reseller is shown.
    for (const hidden of ['Cumulus Cloud Platform', 'Rival Voice GmbH'])
      await expect(page.getByText(hidden)).toHaveCount(0)
  })

  test('an account expands and collapses, and is loaded once', async ({ atHome: page, world }) => {
    const kazoo = await kazooOf(world)
    const below = await kazoo.list(`${await kazoo.account('Alster Voice')}/children?paginate=false`)
    await world.simulator.clearRequests()
    await page.getByRole('button', { name: 'Expand Alster Voice' }).click()
    await expect(line(page, 'Alster Voice')).toHaveAttribute('aria-expanded', 'true')
    await expect(page.locator('tr[aria-level="3"]')).toHaveCount(below.length)
    await page.getByRole('button', { name: 'Collapse Alster Voice', exact: true }).click()
    await expect(page.locator('tr[aria-level="3"]')).toHaveCount(0)
    await page.getByRole('button', { name: 'Expand Alster Voice' }).click()
    await expect(page.locator('tr[aria-level="3"]')).toHaveCount(below.length)
    const requests = await world.simulator.requests()
    expect(requests.filter(({ path }) => path.endsWith('/children'))).toHaveLength(1)
  })

  test('a branch that fails to load shows the error in its place, and loads on another try', async ({
    atHome: page,
    world,
  }) => {
    await world.simulator.fault({
      pattern: '/v2/accounts/*/children',
      fault: { kind: 'status', status: 500 },
    })
    await page.getByRole('button', { name: 'Expand Alster Voice' }).click()
    await expect(page.locator('tr[aria-level="3"]')).toContainText('The phone system')
    await world.simulator.clearFaults()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.locator('tr[aria-level="3"] a').first()).toBeVisible()
  })

  test('arrows, Home, End, letters and Enter move through it', async ({ atHome: page }) => {
    const own = line(page, 'Nordlicht Telekom')
    await page.keyboard.press('Tab')
    while (!(await own.evaluate((row) => row === document.activeElement))) await page.keyboard.press('Tab')
    await page.keyboard.press('End')
    await expect(page.locator('tbody tr').last()).toBeFocused()
    await page.keyboard.press('Home')
    await expect(own).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('tbody tr').nth(1)).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(own).toBeFocused()
    const voice = line(page, 'Alster Voice')
    await typeAhead(voice, 'alster')
    await page.keyboard.press('ArrowRight')
    await expect(voice).toHaveAttribute('aria-expanded', 'true')
    await expect(page.locator('tr[aria-level="3"] a').first()).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(page.locator('tr[aria-level="3"]').first()).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(voice).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(voice).toHaveAttribute('aria-expanded', 'false')
    await page.keyboard.press('ArrowLeft')
    await expect(own).toBeFocused()
    // One tab stop for the whole tree.
    await page.keyboard.press('Shift+Tab')
    await expect(own).not.toBeFocused()
    await page.keyboard.press('Tab')
    await expect(own).toBeFocused()
    await typeAhead(voice, 'alster')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Alster Voice' })).toBeVisible()
  })

  test('an account deep below shows its breadcrumbs, and each of them leads to its account', async ({
    atHome: page,
  }) => {
    await page.getByRole('button', { name: 'Expand Alster Voice' }).click()
    const child = page.locator('tr[aria-level="3"] a').first()
    const name = (await child.textContent()) ?? ''
    await child.click()
    await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
    const breadcrumbs = page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link')
    await expect(breadcrumbs).toHaveText(['Accounts', 'Nordlicht Telekom', 'Alster Voice'])
    await breadcrumbs.last().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Alster Voice' })).toBeVisible()
    await expect(breadcrumbs).toHaveText(['Accounts', 'Nordlicht Telekom'])
    await breadcrumbs.last().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Nordlicht Telekom' })).toBeVisible()
    await expect(page.getByText('Your account')).toBeVisible()
  })
})

test.describe('one account', () => {
  test('an edit sends only what changed, and `enabled` with it', async ({ signedIn: page, world }) => {
    const kazoo = await kazooOf(world)
    const path = await ownAccount(kazoo, '02 Edited')
    await edit(page, '02 Edited')
    await world.simulator.clearRequests()
    await field(page, 'Name').fill('02 Edited & renamed')
    await save(page)
    expect(await writes(world)).toEqual([
      { method: 'PATCH', path: `/v2${path}`, body: { data: { name: '02 Edited & renamed', enabled: true } } },
    ])
    await field(page, 'Realm').fill('edited.nordlicht.example')
    await page.getByRole('combobox', { name: 'Time zone' }).or(field(page, 'Time zone')).fill('Europe/Lisbon')
    await save(page)
    await page.reload()
    await expect(field(page, 'Realm')).toHaveValue('edited.nordlicht.example')
    expect(await kazoo.get(path)).toMatchObject({
      name: '02 Edited & renamed',
      realm: 'edited.nordlicht.example',
      timezone: 'Europe/Lisbon',
    })
    expect((await auditLogOf(world, 'account.edit')).filter(({ stage }) => stage === 'done')).toMatchObject([
      { before: { name: '02 Edited' }, after: { name: '02 Edited & renamed' } },
      { after: { realm: 'edited.nordlicht.example', timezone: 'Europe/Lisbon' } },
    ])
  })

  test('it is disabled, stays so through another edit, and is enabled again', async ({
    signedIn: page,
    world,
  }) => {
    const kazoo = await kazooOf(world)
    const path = await ownAccount(kazoo, '03 On and off')
    await edit(page, '03 On and off')
    await page.getByRole('switch', { name: 'Enabled' }).uncheck()
    await save(page)
    expect((await kazoo.get(path))['enabled']).toBe(false)
    await openAccount(page, '03 On and off')
    await expect(page.getByText('Disabled', { exact: true })).toBeVisible()
    await edit(page, '03 On and off')
    await field(page, 'Name').fill('03 Still off')
    await save(page)
    expect(await kazoo.get(path)).toMatchObject({ name: '03 Still off', enabled: false })
    await page.getByRole('switch', { name: 'Enabled' }).check()
    await save(page)
    expect((await kazoo.get(path))['enabled']).toBe(true)
  })

  test('each error of an edit is shown at its field; the reseller’s own account cannot be disabled', async ({
    signedIn: page,
    world,
  }) => {
    const kazoo = await kazooOf(world)
    await ownAccount(kazoo, '04 Faulty')
    await edit(page, '04 Faulty')
    const zone = page.locator('input[name=timezone]')
    await field(page, 'Name').fill('§§§')
    await field(page, 'Realm').fill('no spaces here')
    await zone.fill('Mars/Olympus')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expectFault(field(page, 'Name'), 'The name needs at least one letter')
    await expectFault(field(page, 'Realm'), 'Enter a realm with at least one dot')
    await expectFault(zone, 'Choose a time zone from the list')
    await expect(zone).toHaveValue('Mars/Olympus')
    await field(page, 'Name').fill('04 Faulty')
    await zone.fill('Europe/Berlin')
    await field(page, 'Realm').fill('alster.nordlicht.example')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expectFault(field(page, 'Realm'), 'The account “Alster Voice” already has this realm.')

    await edit(page, 'Nordlicht Telekom')
    await expect(page.getByRole('switch', { name: 'Enabled' })).toHaveCount(0)
  })

  test('names with markup, quotes, emoji and right-to-left letters are shown as text', async ({
    signedIn: page,
    world,
  }) => {
    const kazoo = await kazooOf(world)
    const odd = [
      '05 <script>document.title = "run"</script>',
      '05 "Quoted" & \'Apostrophed\' <b>Bold</b>',
      '05 🍕 Pizza 👩‍👩‍👧‍👦',
      '05 مخبز النور',
      '05 \u202Egnp.exe\u202C',
    ]
    for (const name of odd) await ownAccount(kazoo, name)
    await page.goto('/')
    for (const name of odd) {
      await page.getByText(name, { exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
      await expect(page).not.toHaveTitle('run')
      await page.getByRole('link', { name: 'Settings', exact: true }).click()
      await expect(field(page, 'Name')).toHaveValue(name)
      await page.goto('/')
    }
    // The test lab's customers have all the names that a careless portal would choke on.
    await page.getByRole('button', { name: 'Show more' }).click()
    await page.getByRole('button', { name: 'Expand Zz Test Lab' }).click()
    const customers = page.locator('tr[aria-level="3"] a')
    await expect(customers).toHaveCount(oddCompanies.length)
    expect((await customers.allTextContents()).toSorted()).toEqual([...oddCompanies].toSorted())
    await expect(page).not.toHaveTitle('run')
    expect(await page.locator('main b, main script').count()).toBe(0)
  })
})

test.describe('a new account', () => {
  test('is created with its first admin, and shown', async ({ signedIn: page, world }) => {
    const kazoo = await kazooOf(world)
    await begin(page, { name: '06 New customer', realm: 'neu.nordlicht.example', username: 'ida.erste' })
    // Kazoo would give it the default of the system.
    await expect(
      page.getByText('Leave blank to use that of the parent account, Europe/Berlin.'),
    ).toBeVisible()
    await world.simulator.clearRequests()
    await create(page)
    await expect(page.getByRole('heading', { level: 1, name: '06 New customer' })).toBeVisible()
    await expect(page.getByText('Europe/Berlin')).toBeVisible()
    await expect(page.getByText('No devices yet')).toBeVisible()
    const [account, user, ...more] = await writes(world)
    expect(more).toEqual([])
    expect(account).toMatchObject({ method: 'PUT', path: `/v2${kazoo.own}` })
    expect(account?.body).toEqual({
      data: { name: '06 New customer', realm: 'neu.nordlicht.example', timezone: 'Europe/Berlin' },
    })
    expect(user?.body).toEqual({
      data: {
        first_name: 'Ida',
        last_name: 'Erste',
        email: 'ida@customer.example',
        username: 'ida.erste',
        password: 'first-admin-password',
        priv_level: 'admin',
      },
    })
    const path = await kazoo.account('06 New customer')
    expect(await kazoo.list(`${path}/users`)).toMatchObject([{ username: 'ida.erste', priv_level: 'admin' }])
    const [accounts, admins] = [
      await auditLogOf(world, 'account.create'),
      await auditLogOf(world, 'user.create'),
    ]
    const auditLog = [...accounts.slice(-2), ...admins.slice(-2)]
    expect(JSON.stringify(auditLog)).not.toContain('first-admin-password')
    expect(auditLog.map(({ stage, subject }) => [stage, subject])).toEqual([
      ['began', '06 New customer'],
      ['done', '06 New customer'],
      ['began', 'Ida Erste'],
      ['done', 'Ida Erste'],
    ])
  })

  test('its realm and the admin’s username are suggested while others are typed, and typed ones stay', async ({
    signedIn: page,
  }) => {
    await page.goto(`${await openAccount(page, 'Nordlicht Telekom')}/accounts/new`)
    await field(page, 'Name').pressSequentially('Bäckerei Müller')
    await expect(field(page, 'Realm')).toHaveValue('baeckerei-mueller.nordlicht.example')
    await field(page, 'First name').fill('Ida')
    await field(page, 'Last name').fill('Müller')
    await expect(field(page, 'Username')).toHaveValue('ida.mueller')
    await field(page, 'E-mail').fill('Office@customer.example')
    await expect(field(page, 'Username')).toHaveValue('office')
    await page.getByRole('button', { name: 'Generate' }).click()
    await expect(field(page, 'Password')).toHaveValue(/^[a-zA-Z2-9]{20}$/)

    await field(page, 'Realm').fill('typed.nordlicht.example')
    await field(page, 'Username').fill('')
    await field(page, 'Name').fill('Renamed')
    await field(page, 'E-mail').fill('ida@customer.example')
    await expect(field(page, 'Realm')).toHaveValue('typed.nordlicht.example')
    await expect(field(page, 'Username')).toHaveValue('')
  })

  test('each error is shown at its field, and nothing is created', async ({ signedIn: page, world }) => {
    await begin(page, { name: '', realm: 'x', username: 'two words' })
    await field(page, 'First name').fill('')
    await field(page, 'Last name').fill('')
    await field(page, 'E-mail').fill('not an address')
    await field(page, 'Password').fill('short')
    await page.locator('input[name=timezone]').fill('Mars/Olympus')
    await world.simulator.clearRequests()
    await create(page)
    await expectFault(field(page, 'Name'), 'Enter an account name.')
    await expectFault(field(page, 'Realm'), 'Enter a realm with at least one dot')
    await expectFault(page.locator('input[name=timezone]'), 'Choose a time zone from the list')
    await expectFault(field(page, 'First name'), 'Enter a first name.')
    await expectFault(field(page, 'Last name'), 'Enter a last name.')
    await expectFault(field(page, 'E-mail'), 'Enter a valid e-mail address.')
    await expectFault(field(page, 'Username'), 'Use only letters, digits')
    await expectFault(field(page, 'Password'), 'Use a password of 8 to 128 characters.')
    expect(await writes(world)).toEqual([])
  })

  test('a name and a realm that exist are refused at their fields', async ({ signedIn: page, world }) => {
    await begin(page, { name: 'Alster Voice', realm: 'frei.nordlicht.example', username: 'ida.zweite' })
    await world.simulator.clearRequests()
    await create(page)
    await expectFault(field(page, 'Name'), 'The account “Alster Voice” already has this name.')
    await field(page, 'Name').fill('07 Another')
    await field(page, 'Realm').fill('alster.nordlicht.example')
    await create(page)
    await expectFault(field(page, 'Realm'), 'The account “Alster Voice” already has this realm.')
    await expect(field(page, 'First name')).toHaveValue('Ida')
    expect((await writes(world)).filter(({ path }) => path.endsWith('/users'))).toEqual([])
  })

  test('the progress is shown, and an account that Kazoo loses is reported as lost, with all typed values kept', async ({
    signedIn: page,
    world,
  }) => {
    await begin(page, { name: '09 Lost', realm: 'lost.nordlicht.example', username: 'ida.lost' })
    const creation = { pattern: '/v2/accounts/*', methods: ['PUT'], count: 1 }
    await world.simulator.fault({ ...creation, fault: { kind: 'unkept' } })
    await world.simulator.clearRequests()
    await create(page)
    const button = page.getByRole('button', { name: 'Create account' })
    await expect(page.getByText('Checking that Kazoo kept the account…')).toBeVisible()
    await expect(button).toHaveAttribute('aria-busy', 'true')
    await button.click({ force: true })
    await expect(page.getByText('Kazoo didn’t keep the account. Nothing was created.')).toBeVisible()
    await expect(page.getByText('demote the reseller')).toHaveCount(1)
    await expect(field(page, 'Name')).toHaveValue('09 Lost')
    await expect(field(page, 'Realm')).toHaveValue('lost.nordlicht.example')
    await expect(field(page, 'Username')).toHaveValue('ida.lost')
    await expect(field(page, 'Password')).toHaveValue('first-admin-password')
    expect((await writes(world)).map(({ method }) => method)).toEqual(['PUT'])
    expect((await auditLogOf(world, 'account.create')).at(-1)).toMatchObject({ stage: 'failed' })

    // The fault applied once; the form on the page can continue.
    await world.simulator.fault({ ...creation, fault: { kind: 'delay', ms: 2_000 } })
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText('Creating the account…')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name: '09 Lost' })).toBeVisible()
    await expect(page).toHaveURL(/\/accounts\/acc_/)
  })

  test('when its admin is refused it reports the account, and continues without creating a second one', async ({
    signedIn: page,
    world,
  }) => {
    const kazoo = await kazooOf(world)
    await begin(page, { name: '08 Half made', username: 'ida.halb' })
    await world.simulator.fault({
      pattern: '/v2/accounts/*/users',
      methods: ['PUT'],
      count: 1,
      fault: { kind: 'status', status: 500 },
    })
    await world.simulator.clearRequests()
    await create(page)
    await expect(page.getByText('The account was created, but its first admin wasn’t.')).toBeVisible()
    await expect(field(page, 'Username')).toHaveValue('ida.halb')
    const path = await kazoo.account('08 Half made')
    expect(await kazoo.list(`${path}/users`)).toEqual([])

    // A validation error in between does not lose that state.
    await field(page, 'Password').fill('short')
    await create(page)
    await expectFault(field(page, 'Password'), 'Use a password of 8 to 128 characters.')
    await field(page, 'Password').fill('first-admin-password')
    await create(page)
    await expect(page.getByRole('heading', { level: 1, name: '08 Half made' })).toBeVisible()
    const puts = (await writes(world)).filter(
      ({ method, path: to }) => method === 'PUT' && to === `/v2${kazoo.own}`,
    )
    expect(puts).toHaveLength(1)
    expect(await kazoo.list(`${path}/users`)).toMatchObject([{ username: 'ida.halb' }])
    const auditLog = (await auditLogOf(world, 'user.create')).filter(({ subject }) => subject === 'Ida Erste')
    expect(auditLog.slice(-4).map(({ stage }) => stage)).toEqual(['began', 'unknown', 'began', 'done'])
  })
})
