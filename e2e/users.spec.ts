import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { faults } from './support/axe.ts'
import { kazooOf } from './support/kazoo.ts'
import { expectFault, expectSaved, field, goTo, openAccount, openSettings, save } from './support/steps.ts'

const VOICE = 'Alster Voice'
const GENERATED_PASSWORD = /([a-z2-9]{4}-){3}[a-z2-9]{4}/

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const tab = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()

/** The document of the user with this username, in Kazoo. */
async function userOf(kazoo: Awaited<ReturnType<typeof kazooOf>>, account: string, username: string) {
  const rows = await kazoo.list(`${account}/users?paginate=false`)
  const found = rows.find((row) => row['username'] === username)
  if (found === undefined) throw new Error(`there is no user ${username}`)
  return kazoo.get(`${account}/users/${String(found['id'])}`)
}

async function fillNew(page: Page, names: { first: string; last: string; username: string }) {
  await field(page, 'First name').fill(names.first)
  await field(page, 'Last name').fill(names.last)
  await field(page, 'Username').fill(names.username)
}

test('users of an account are listed beside its devices, created with a password that is shown once, and edited without losing fields', async ({
  signedIn: page,
  world,
}) => {
  const kazoo = await kazooOf(world)
  const home = await kazoo.account(VOICE)
  await openAccount(page, VOICE)
  await tab(page, 'Users')
  await expect(page.getByText(/^\d+ users, \d+ admins?$/)).toBeVisible()
  await page.getByRole('searchbox', { name: 'Filter users' }).fill('sven.alster')
  await expect(page.getByText(/^1 of \d+ match$/)).toBeVisible()
  expect(await faults(page), 'list').toEqual([])

  await tab(page, 'New user')
  await expect(field(page, 'Extension')).toHaveValue(/^\d{2,6}$/)
  await field(page, 'E-mail').fill('nobody')
  await press(page, 'Create user')
  await expectFault(field(page, 'First name'), 'Enter a first name.')
  await expectFault(field(page, 'E-mail'), 'Enter a valid e-mail address.')
  await fillNew(page, { first: 'Nele', last: 'Neu', username: 'sven.alster' })
  await field(page, 'E-mail').fill('nele@example.com')
  await press(page, 'Create user')
  await expectFault(
    field(page, 'Username'),
    'The user “Sven Alster” of this account already has this username.',
  )
  await field(page, 'Username').fill('nele.neu')
  await page.getByRole('radio', { name: 'Admin' }).check()
  expect(await faults(page), 'new user').toEqual([])
  await press(page, 'Create user')
  await expect(page.getByText('This password is shown only once')).toBeVisible()
  await expect(page.getByText(GENERATED_PASSWORD)).toBeVisible()
  expect(await faults(page), 'shown once').toEqual([])
  expect(await userOf(kazoo, home, 'nele.neu')).toMatchObject({
    priv_level: 'admin',
    email: 'nele@example.com',
  })

  await tab(page, 'Done')
  await expect(page.getByRole('heading', { level: 1, name: 'Nele Neu' })).toBeVisible()
  await expect(page.getByText(GENERATED_PASSWORD)).toBeHidden()
  await openSettings(page)
  // The options of a feature that is off are hidden.
  await expect(field(page, 'Hot desk number')).toBeHidden()
  await expect(field(page, 'Forward to')).toBeHidden()
  await page.getByRole('switch', { name: 'Allow hot desking' }).check()
  await field(page, 'Hot desk number').fill('12x')
  await field(page, 'Internal name').fill('Nele at the desk')
  await page.getByRole('switch', { name: 'Forward calls' }).check()
  await press(page, 'Save changes')
  await expectFault(field(page, 'Hot desk number'), 'Enter a hot desk number of at most 15 digits.')
  await expectFault(field(page, 'Forward to'), 'Enter a number to forward to')
  await field(page, 'Hot desk number').fill('12')
  await field(page, 'Forward to').fill('+4930123456')
  const { id } = await userOf(kazoo, home, 'nele.neu')
  await kazoo.patch(`${home}/users/${String(id)}`, { hotdesk: { id: '77' } })
  await press(page, 'Save changes')
  await expectFault(field(page, 'Hot desk number'), 'This was changed to “77” in the meantime.')
  await expect(field(page, 'Internal name')).toHaveValue('Nele at the desk')
  await save(page)
  expect(await userOf(kazoo, home, 'nele.neu')).toMatchObject({
    hotdesk: { id: '12' },
    caller_id: { internal: { name: 'Nele at the desk' } },
    call_forward: { enabled: true, number: '+4930123456' },
  })
  expect(await faults(page), 'person').toEqual([])
})

test('an e-mail address of another user is refused, and saved for both once that is confirmed', async ({
  signedIn: page,
  world,
}) => {
  const kazoo = await kazooOf(world)
  const home = await kazoo.account(VOICE)
  const office = 'office@voice.example'
  for (const [first_name, email] of [
    ['Otto', office],
    ['Sara', 'sales@voice.example'],
  ] as const)
    await kazoo.put(`${home}/users`, { first_name, last_name: 'Office', email })
  await openAccount(page, VOICE)
  await tab(page, 'Users')
  await tab(page, 'New user')
  await fillNew(page, { first: 'Nora', last: 'Neu', username: 'n.neu' })
  await field(page, 'E-mail').fill('Office@voice.example')
  await expect(page.getByRole('checkbox', { name: /for several users/ })).toHaveCount(0)
  await press(page, 'Create user')
  await expectFault(
    field(page, 'E-mail'),
    'The user “Otto Office” of this account already has this e-mail address.',
  )
  const confirm = page.getByRole('checkbox', { name: `Use ${office} for several users` })
  await expect(confirm).not.toBeChecked()
  expect(await faults(page), 'refused').toEqual([])
  await confirm.check()
  await press(page, 'Create user')
  await expect(page.getByText('This password is shown only once')).toBeVisible()
  expect(await userOf(kazoo, home, 'n.neu')).toMatchObject({ email: 'Office@voice.example' })

  await tab(page, 'Done')
  await openSettings(page)
  await field(page, 'E-mail').fill('sales@voice.example')
  await press(page, 'Save changes')
  await expectFault(field(page, 'E-mail'), 'The user “Sara Office” of this account')
  await page.getByRole('checkbox', { name: 'Use sales@voice.example for several users' }).check()
  // The confirmation holds for that address alone.
  await field(page, 'E-mail').fill(office)
  await press(page, 'Save changes')
  await expectFault(field(page, 'E-mail'), 'The user “Otto Office” of this account')
  await expect(confirm).not.toBeChecked()
  await confirm.check()
  await save(page)
  expect(await userOf(kazoo, home, 'n.neu')).toMatchObject({ email: office })
})

test('from the row of a user a password is reset in three clicks and shown once, and their devices are listed', async ({
  signedIn: page,
  world,
}) => {
  const kazoo = await kazooOf(world)
  const home = await kazoo.account(VOICE)
  const user = await kazoo.put(`${home}/users`, {
    first_name: 'Rosa',
    last_name: 'Reset',
    username: 'rosa.reset',
    password: 'a good password',
  })
  await kazoo.put(`${home}/devices`, { name: 'Rosa’s phone', owner_id: String(user['id']) })
  const account = await openAccount(page, VOICE)
  await goTo(page, `${account}/users?q=reset`)
  const menu = page.getByRole('button', { name: 'More actions for Rosa Reset' })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Reset password' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Reset password' }).click()
  const shown = page.getByRole('dialog', { name: 'New password for Rosa Reset' })
  await expect(shown.getByText('rosa.reset')).toBeVisible()
  await expect(shown.locator('code')).toHaveText(GENERATED_PASSWORD)
  await expect(shown.getByRole('button', { name: 'Copy Password' })).toBeVisible()
  await shown.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await menu.click()
  await page.getByRole('menuitem', { name: 'Devices of this user' }).click()
  await expect(page.getByRole('link', { name: 'Remove filter Owner: Rosa Reset' })).toBeVisible()
  await expect(page.locator('tbody').getByRole('link')).toHaveText(['Rosa’s phone'])
  await page.getByRole('button', { name: 'More actions for Rosa’s phone' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete device' }).click()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  const left = (await kazoo.list(`${home}/devices?paginate=false`)).map((device) => device['name'])
  expect(left).not.toContain('Rosa’s phone')
})

test('an admin sets a user’s password, role and voicemail PIN, and assigns their resources before removing them', async ({
  signedIn: page,
  world,
}) => {
  const kazoo = await kazooOf(world)
  const home = await kazoo.account(VOICE)
  const leaving = await kazoo.put(`${home}/users`, {
    first_name: 'Lea',
    last_name: 'Leaving',
    username: 'lea.leaving',
    password: 'a good password',
  })
  const owner = { owner_id: String(leaving['id']) }
  await kazoo.put(`${home}/devices`, { name: 'Lea’s phone', device_type: 'sip_device', ...owner })
  await kazoo.put(`${home}/vmboxes`, { name: 'Lea’s box', mailbox: '7701', pin: '1234', ...owner })
  const account = await openAccount(page, VOICE)
  await page.goto(`${account}/users?q=leaving`)
  await tab(page, 'Lea Leaving')
  await expect(page.getByRole('link', { name: 'Lea’s phone' })).toBeVisible()

  await tab(page, 'Lea’s box')
  await field(page, 'Number').fill('77x1')
  await press(page, 'Save changes')
  await expectFault(field(page, 'Number'), 'Enter a voicemail box number of 1 to 30 digits.')
  await field(page, 'Number').fill('7702')
  await page.getByLabel('New PIN').fill('9753')
  await save(page)
  await expect(page.getByLabel('New PIN')).toHaveValue('')
  expect(await faults(page), 'voicemail box').toEqual([])
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Lea Leaving')

  await tab(page, 'Sign-in and role')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await press(page, 'Set password')
  await expectFault(page.getByLabel('Password', { exact: true }), 'Use a password of 8 to 128 characters.')
  await page.getByLabel('Password', { exact: true }).fill('another good one')
  await page.getByRole('checkbox', { name: 'Must change password' }).check()
  await press(page, 'Set password')
  await expect(page.getByText('Password set.')).toBeVisible()
  await page.getByRole('radio', { name: 'Admin' }).check()
  await press(page, 'Change role')
  await expect(page.getByText('Role changed.')).toBeVisible()
  expect(await faults(page), 'access').toEqual([])
  expect(await userOf(kazoo, home, 'lea.leaving')).toMatchObject({
    priv_level: 'admin',
    require_password_update: true,
  })

  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').fill('Delete Lea')
  await page.getByRole('option', { name: 'Delete Lea Leaving' }).click()
  await page
    .getByRole('radiogroup', { name: 'Devices (1)' })
    .getByRole('radio', { name: 'Reassign to another user' })
    .check()
  await page
    .getByRole('radiogroup', { name: 'Voicemail boxes (1)' })
    .getByRole('radio', { name: 'Delete' })
    .check()
  await expect(page.getByRole('button', { name: 'Delete user' })).toBeDisabled()
  await field(page, 'User’s name').fill('Lea Leaving')
  await press(page, 'Delete user')
  await expectFault(page.getByRole('combobox', { name: 'Reassign to' }), 'Choose a user to reassign them to.')
  expect(await faults(page), 'removal').toEqual([])
  await page.getByRole('combobox', { name: 'Reassign to' }).selectOption({ label: 'Sven Alster' })
  await press(page, 'Delete user')
  await expect(page.getByText('User deleted.')).toBeVisible()
  const newOwner = await userOf(kazoo, home, 'sven.alster')
  expect(await kazoo.get(await kazoo.device(home, 'Lea’s phone'))).toMatchObject({ owner_id: newOwner['id'] })
  const boxes = await kazoo.list(`${home}/vmboxes?paginate=false`)
  expect(boxes.filter(({ mailbox }) => mailbox === '7702')).toEqual([])
})

test('without script a user can be created, edited and removed', async ({ withoutScript: page, world }) => {
  const kazoo = await kazooOf(world)
  const home = await kazoo.account(VOICE)
  await signIn(page, world)
  const account = await openAccount(page, VOICE)
  await page.goto(`${account}/users/new`)
  await fillNew(page, { first: 'Otto', last: 'Ohne', username: 'otto.ohne' })
  await press(page, 'Create user')
  await expect(page.getByText(GENERATED_PASSWORD)).toBeVisible()
  await tab(page, 'Done')
  await openSettings(page)
  await field(page, 'Extension').fill('4 4')
  await press(page, 'Save changes')
  await expectFault(field(page, 'Extension'), 'An extension can have at most 64')
  await field(page, 'Extension').fill('4444')
  await press(page, 'Save changes')
  await expectSaved(page)
  expect(await userOf(kazoo, home, 'otto.ohne')).toMatchObject({ presence_id: '4444' })
  await tab(page, 'Delete')
  // Nothing is theirs: there is nothing to type.
  await press(page, 'Delete user')
  await expect(page.getByText('User deleted.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Otto Ohne' })).toBeHidden()
})
