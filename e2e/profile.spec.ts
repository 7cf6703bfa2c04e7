import type { Browser, Page } from '@playwright/test'
import { TOTP, URI } from 'otpauth'
import { expect, signIn, test } from './fixtures.ts'
import { faults } from './support/axe.ts'
import { linkIn, mailTo } from './support/mails.ts'
import { addAuthenticator } from './support/passkey.ts'
import { addMember, ageProofs, auditLogOf, type Member } from './support/records.ts'
import type { TestEnvironment } from './support/test-environment.ts'
import { expectFault, field, save, expectSaved } from './support/steps.ts'

const FRESH = 'nine-quiet-harbour-cranes'

/** A member of their own, signed in in a browser of their own. */
async function newMember(
  browser: Browser,
  world: TestEnvironment,
  name: string,
): Promise<{ who: Member; page: Page }> {
  const who = await addMember(world, 'viewer', name)
  return { who, page: await enter(browser, world, who) }
}

async function enter(browser: Browser, world: TestEnvironment, who: Member): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: world.origin })).newPage()
  await signIn(page, world, who)
  return page
}

/** Expects that the user of `page` is signed out already. */
async function expectOut(page: Page): Promise<void> {
  expect(await (await page.request.get('/profile', { maxRedirects: 0 })).text()).toContain('/sign-in?next=')
}

test('members change their own name and language, and their address by a link to the new one', async ({
  browser,
  world,
}) => {
  const { who, page } = await newMember(browser, world, 'Petra Profile')
  await page.getByRole('button', { name: who.name }).click()
  await page.getByRole('link', { name: 'Profile', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible()
  await expect(page.getByText(`You sign in with ${who.email}.`)).toBeVisible()
  expect(await faults(page), 'profile').toEqual([])

  await field(page, 'Name').fill('')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expectFault(field(page, 'Name'), 'Enter your name.')
  await field(page, 'Name').fill('Petra P. Profile')
  await save(page)
  await expect(page.getByRole('button', { name: 'Petra P. Profile' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Profil', exact: true })).toBeVisible()
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption('')
  await page.getByRole('button', { name: 'Änderungen speichern' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Profile', exact: true })).toBeVisible()

  // Another address; the last proof is old, so a step-up comes first.
  await ageProofs(world, who.email)
  const email = 'petra.new@portal.example'
  await field(page, 'New e-mail address').fill(who.email)
  await page.getByRole('button', { name: 'Send link' }).click()
  await field(page, 'Password').fill(who.password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expectFault(field(page, 'New e-mail address'), 'This is already your e-mail address.')
  await field(page, 'New e-mail address').fill(email)
  await page.getByRole('button', { name: 'Send link' }).click()
  await expect(page.getByText(`${email} isn’t confirmed yet`)).toBeVisible()
  expect((await mailTo(world, who.email)).text).toContain(email)

  const link = linkIn(await mailTo(world, email))
  const elsewhere = await (await browser.newContext({ baseURL: world.origin })).newPage()
  for (let visit = 0; visit < 2; visit += 1) {
    await elsewhere.goto(link)
    await expect(elsewhere.getByText(`you will sign in as ${email}.`)).toBeVisible()
  }
  expect(new URL(elsewhere.url()).pathname).toBe('/confirm-email')
  expect(await faults(elsewhere), 'confirm').toEqual([])
  await elsewhere.getByRole('button', { name: 'Confirm address' }).click()
  await expect(elsewhere.getByRole('heading', { name: 'Address confirmed' })).toBeVisible()
  await elsewhere.goto(link)
  await expect(elsewhere.getByRole('heading', { name: 'This link is no longer valid' })).toBeVisible()
  await page.reload()
  await expect(page.getByText(`You sign in with ${email}.`)).toBeVisible()
  await signIn(elsewhere, world, { ...who, email })
  await page.context().close()
  await elsewhere.context().close()
})

test('security row 13: another password ends the other sessions at once, and this one continues', async ({
  browser,
  world,
}) => {
  const { who, page } = await newMember(browser, world, 'Paul Password')
  const other = await enter(browser, world, who)
  await page.goto('/profile/security')
  const change = async (old: string, fresh: string) => {
    await page.getByLabel('Current password').fill(old)
    await page.getByLabel('New password').fill(fresh)
    await page.getByRole('button', { name: 'Change password' }).click()
  }
  await change('not-the-password', FRESH)
  await expectFault(page.getByLabel('Current password'), 'Incorrect password.')
  await change(who.password, 'paul password 77')
  await expectFault(page.getByLabel('New password'), 'Don’t use your name, e-mail address or company name')
  await expect(page.getByLabel('New password')).toHaveValue(/.+/)
  await change(who.password, FRESH)
  await expect(page.getByText('Password changed. You’re signed out everywhere else.')).toBeVisible()
  await expectOut(other)
  await expect(page.getByLabel('New password')).toHaveValue('')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible()
  await signIn(other, world, { ...who, password: FRESH })

  // Each session is listed, and ended singly or with all others.
  await page.goto('/profile/sessions')
  const sessions = page.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem')
  await expect(sessions).toHaveCount(2)
  await expect(sessions.first()).toContainText('This session')
  await expect(sessions.first().getByRole('button')).toHaveCount(0)
  expect(await faults(page), 'sessions').toEqual([])
  await sessions
    .nth(1)
    .getByRole('button', { name: /^End session \w+ on \w+$/ })
    .click()
  await expect(page.getByText('Session ended.')).toBeVisible()
  await expect(sessions).toHaveCount(1)
  await expectOut(other)
  await signIn(other, world, { ...who, password: FRESH })
  await page.reload()
  await page.getByRole('button', { name: 'End all others' }).click()
  await expect(page.getByText('All other sessions ended.')).toBeVisible()
  await expectOut(other)
  await signIn(other, world, { ...who, password: FRESH })
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await expectOut(other)
  expect((await auditLogOf(world, 'profile.sessions')).map(({ after }) => after)).toContainEqual({
    ended: 'all',
  })
  await page.context().close()
  await other.context().close()
})

test('an authenticator app is set up by its code; the recovery codes are shown once, renewed, and removed with it', async ({
  browser,
  world,
}) => {
  const { who, page } = await newMember(browser, world, 'Tina Totp')
  const other = await enter(browser, world, who)
  await ageProofs(world, who.email)
  await page.goto('/profile/security')
  await page.getByRole('button', { name: 'Set up app' }).click()
  await field(page, 'Password').fill(who.password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL('**/profile/security/app')
  const app = URI.parse((await page.getByRole('link', { name: 'Open the app' }).getAttribute('href')) ?? '')
  if (!(app instanceof TOTP)) throw new Error('this is no authenticator app')
  expect([app.issuer, app.label]).toEqual(['Nordlicht Telekom', who.email])
  expect(await faults(page), 'setup').toEqual([])
  await field(page, 'Code from the app').fill('12345')
  await page.getByRole('button', { name: 'Verify and turn on' }).click()
  await expectFault(field(page, 'Code from the app'), 'Enter a six-digit code.')
  await field(page, 'Code from the app').fill(app.generate())
  await page.getByRole('button', { name: 'Verify and turn on' }).click()
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  const [first = ''] = await codes.allTextContents()
  expect(await faults(page), 'recovery codes').toEqual([])
  await expectOut(other)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('recovery-codes.txt')
  await page.emulateMedia({ media: 'print' })
  await expect(codes.first()).toBeVisible()
  await expect(page.getByRole('banner')).toBeHidden()
  await page.emulateMedia({ media: null })
  await page.reload()
  await expect(page.getByText('No setup in progress')).toBeVisible()
  expect(await page.content()).not.toContain(first)

  await page.goto('/profile/security')
  await expect(page.getByText('10 of 10 codes left.')).toBeVisible()
  expect(await faults(page), 'security').toEqual([])
  await page.getByRole('link', { name: 'Create new codes…' }).click()
  await page.getByRole('button', { name: 'Create new codes' }).click()
  await expect(codes).toHaveCount(10)
  expect(await codes.allTextContents()).not.toContain(first)
  await page.getByRole('link', { name: 'I’ve saved them' }).click()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('your recovery codes are deleted too')
  await question.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('Authenticator app removed.')).toBeVisible()
  await expect(page.getByText('Off', { exact: true })).toBeVisible()
  await page.context().close()
  await other.context().close()
})

test('a passkey is created by the browser, brings recovery codes, and is removed', async ({
  browser,
  world,
}) => {
  const { page } = await newMember(browser, world, 'Kira Key')
  await addAuthenticator(page, { willing: true })
  await page.goto('/profile/security/passkey')
  await expect(field(page, 'Name')).toHaveValue(/^\w+ on \w+$/)
  await field(page, 'Name').fill('My laptop')
  expect(await faults(page), 'new passkey').toEqual([])
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10)
  await page.getByRole('link', { name: 'I’ve saved them' }).click()
  const passkeys = page.getByRole('list', { name: 'Passkeys' }).getByRole('listitem')
  await expect(passkeys).toContainText(['My laptop'])
  // The same authenticator again.
  await page.getByRole('link', { name: 'Add passkey' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('This device already has a passkey for this portal.').first()).toBeVisible()
  await page.goto('/profile/security')
  await passkeys.getByRole('button', { name: 'Remove My laptop' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('Passkey removed.')).toBeVisible()
  await expect(page.getByText('No passkeys yet.')).toBeVisible()
  await page.context().close()
})

test('without script a member changes their name, sets up an app, and sees the recovery codes', async ({
  withoutScript: page,
  world,
}) => {
  const who = await addMember(world, 'viewer', 'Nora Noscript')
  await signIn(page, world, who)
  await page.goto('/profile')
  await field(page, 'Name').fill('Nora N.')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expectSaved(page)
  await ageProofs(world, who.email)
  await page.goto('/profile/security')
  await expect(page.getByRole('link', { name: 'Add passkey' })).toHaveCount(0)
  await expect(page.locator('noscript p')).toHaveText('Adding a passkey requires JavaScript.')
  await page.getByRole('button', { name: 'Set up app' }).click()
  await page.locator('noscript a').click()
  await field(page, 'Password').fill(who.password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Set up app' }).click()
  const app = URI.parse((await page.getByRole('link', { name: 'Open the app' }).getAttribute('href')) ?? '')
  if (!(app instanceof TOTP)) throw new Error('this is no authenticator app')
  await field(page, 'Code from the app').fill(app.generate())
  await page.getByRole('button', { name: 'Verify and turn on' }).click()
  await expect(page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10)
})
