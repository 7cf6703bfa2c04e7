import { expect, signIn, test } from './fixtures.ts'
import { kazooOf } from './support/kazoo.ts'
import { sendSignIn } from './support/visits.ts'
import { expectFault, field, openAccount, openDeviceForm, save } from './support/steps.ts'

const VOICE = 'Alster Voice'

test('without script a reseller signs in, sees why it failed, and signs out', async ({
  withoutScript: page,
  world,
}) => {
  await page.goto('/sign-in')
  await sendSignIn(page, { ...world.owner, password: 'not-the-password' })
  await expect(page.getByText('Incorrect e-mail or password.')).toHaveCount(1)
  await expect(page.getByLabel('E-mail')).toHaveValue(world.owner.email)
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
  await page.getByLabel('Password', { exact: true }).fill(world.owner.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible()

  await page.getByRole('button', { name: 'Olivia Owner' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
})

test('without script nothing that needs it is offered', async ({ withoutScript: page, world }) => {
  await signIn(page, world)
  await expect(page.getByRole('button', { name: /^(Expand|Collapse)/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Show more' })).toHaveCount(0)
  await openDeviceForm(page, VOICE)
  for (const name of ['Reveal', 'Generate', 'Show password'])
    await expect(page.getByRole('button', { name })).toHaveCount(0)
})

test('without script the list of devices is filtered, sorted and paged by its address', async ({
  withoutScript: page,
  world,
}) => {
  await signIn(page, world)
  await openAccount(page, 'Hansa Klinikverbund gGmbH')
  await page.getByRole('link', { name: 'Owner', exact: true }).click()
  await expect(page.getByRole('columnheader', { name: 'Owner' })).toHaveAttribute('aria-sort', 'ascending')
  await page.getByRole('searchbox', { name: 'Filter devices' }).fill('a')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\?sort=owner&q=a$/)
  await page.getByRole('link', { name: /^Online / }).click()
  await page.waitForURL(/\?q=a&state=online&sort=owner$/)
  await page.getByRole('combobox', { name: 'Type' }).selectOption({ label: 'Desk phone' })
  await page.getByRole('button', { name: 'Filter' }).click()
  await page.waitForURL((url) => url.searchParams.get('type') === 'sip_device')
  expect(new Set(await page.locator('td[data-column=status]').allInnerTexts())).toEqual(new Set(['Online']))
  await expect(page.getByText(/^[\d,]+ of 2,000 match$/)).toBeVisible()
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page.getByText(/^51–100 of/)).toBeVisible()
})

test('without script a device is renamed, and an error keeps the typed values', async ({
  withoutScript: page,
  world,
}) => {
  const kazoo = await kazooOf(world)
  await kazoo.put(`${await kazoo.account(VOICE)}/devices`, { name: 'To be renamed by hand' })
  await signIn(page, world)
  await openDeviceForm(page, VOICE, 'To be renamed by hand')
  await field(page, 'Name').fill('Renamed by hand')
  await field(page, 'MAC address').fill('00:15:65')
  await field(page, 'Internal name').fill('Hand')
  await page.getByRole('switch', { name: 'Forward calls' }).check()
  await field(page, 'Forward to').fill('+4940555')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expectFault(field(page, 'MAC address'), 'Enter a MAC address of 12 hexadecimal digits')
  await expect(field(page, 'Name')).toHaveValue('Renamed by hand')
  await expect(field(page, 'Internal name')).toHaveValue('Hand')
  await expect(page.getByRole('switch', { name: 'Forward calls' })).toBeChecked()
  await page.getByRole('link', { name: /12 hexadecimal digits/ }).click()
  await expect(page).toHaveURL(/#.*macAddress$/)

  await world.simulator.clearRequests()
  await field(page, 'MAC address').fill('00:15:65:ff:00:01')
  await save(page)
  const writes = (await world.simulator.requests()).filter(({ write }) => write)
  expect(writes.map(({ body }) => body)).toEqual([
    {
      data: {
        name: 'Renamed by hand',
        mac_address: expect.stringMatching(/^00:?15:?65:?ff:?00:?01$/),
        call_forward: { enabled: true, number: '+4940555' },
        caller_id: { internal: { name: 'Hand' } },
      },
    },
  ])
  await page.goto(new URL(page.url()).pathname)
  await expect(page.getByRole('heading', { level: 1, name: 'Renamed by hand' })).toBeVisible()
  await expect(field(page, 'Internal name')).toHaveValue('Hand')
})

test('without script a device is created, rebooted and deleted', async ({ withoutScript: page, world }) => {
  const kazoo = await kazooOf(world)
  const account = await kazoo.account(VOICE)
  await signIn(page, world)
  await openAccount(page, VOICE)
  await page.getByRole('link', { name: 'New device' }).click()
  await page.getByRole('radio', { name: /^Softphone/ }).check()
  await field(page, 'SIP username').fill('by-hand')
  await page.getByRole('button', { name: 'Create device' }).click()
  await expectFault(field(page, 'Name'), 'Enter a device name.')
  await expect(page.getByRole('radio', { name: /^Softphone/ })).toBeChecked()
  await expect(field(page, 'SIP username')).toHaveValue('by-hand')
  await field(page, 'Name').fill('Made by hand (1)')
  await field(page, 'SIP password').fill('by-hand-password')
  await page.getByRole('button', { name: 'Create device' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Made by hand (1)' })).toBeVisible()
  const path = await kazoo.device(account, 'Made by hand (1)')
  expect(await kazoo.get(path)).toMatchObject({ device_type: 'softphone', sip: { username: 'by-hand' } })

  const place = new URL(page.url()).pathname
  await world.simulator.clearRequests()
  await page.locator('summary', { hasText: 'Reboot' }).click()
  await page.getByRole('button', { name: 'Reboot', exact: true }).click()
  await expect(page.getByText('Reboot requested.')).toBeVisible()
  const syncs = (await world.simulator.requests()).filter(({ path: to }) => to === `/v2${path}/sync`)
  expect(syncs).toHaveLength(1)

  await page.goto(place)
  await page.locator('summary', { hasText: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete device' }).click()
  await expect(page.getByRole('heading', { level: 1, name: VOICE })).toBeVisible()
  await expect(kazoo.get(path)).rejects.toThrow('404')
})

test('without script an account is edited, and another one created, also after its admin was refused at first', async ({
  withoutScript: page,
  world,
}) => {
  const kazoo = await kazooOf(world)
  await signIn(page, world)
  await openAccount(page, 'Nordlicht Telekom')
  await page.getByRole('link', { name: 'New account' }).click()
  await field(page, 'Name').fill('09 By hand')
  await field(page, 'First name').fill('Hanne')
  await field(page, 'Last name').fill('Hand')
  await field(page, 'Username').fill('hanne hand')
  await field(page, 'Password').fill('first-admin-password')
  const create = page.getByRole('button', { name: 'Create account' })
  await create.click()
  await expectFault(field(page, 'Username'), 'Use only letters, digits')
  await expect(field(page, 'Name')).toHaveValue('09 By hand')
  await expect(field(page, 'Password')).toHaveValue('')

  await world.simulator.fault({
    pattern: '/v2/accounts/*/users',
    methods: ['PUT'],
    count: 1,
    fault: { kind: 'status', status: 500 },
  })
  await field(page, 'Username').fill('hanne.hand')
  await field(page, 'Password').fill('first-admin-password')
  await create.click()
  await expect(page.getByText('The account was created, but its first admin wasn’t.')).toBeVisible()
  await field(page, 'Password').fill('first-admin-password')
  await create.click()
  await expect(page.getByRole('heading', { level: 1, name: '09 By hand' })).toBeVisible()
  const children = await kazoo.list(`${kazoo.own}/children?paginate=false`)
  expect(children.filter(({ name }) => name === '09 By hand')).toHaveLength(1)
  const path = await kazoo.account('09 By hand')
  expect(await kazoo.list(`${path}/users`)).toMatchObject([{ username: 'hanne.hand', priv_level: 'admin' }])

  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await page.getByRole('switch', { name: 'Enabled' }).uncheck()
  await save(page)
  expect((await kazoo.get(path))['enabled']).toBe(false)
})
