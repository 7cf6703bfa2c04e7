import type { Browser, Page } from '@playwright/test'
import { TOTP } from 'otpauth'
import { expect, signIn, test } from './fixtures.ts'
import { faults } from './support/axe.ts'
import { linkIn, mailTo } from './support/mails.ts'
import { addAuthenticator } from './support/passkey.ts'
import { addMember, ageProofs, giveFactors, auditLogOf } from './support/records.ts'
import { cookieOf, send } from './support/send.ts'
import type { TestEnvironment } from './support/test-environment.ts'
import { sendSignIn } from './support/visits.ts'
import { expectFault, field, openAccount } from './support/steps.ts'

const INES = { name: 'Ines Invited', email: 'ines@portal.example', password: 'nine-quiet-harbour-cranes' }
const VOICE = 'Alster Voice'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const codeOf = (secret: string) => new TOTP({ secret }).generate()

async function newPage(browser: Browser, world: TestEnvironment, javaScriptEnabled = true): Promise<Page> {
  return (await browser.newContext({ baseURL: world.origin, javaScriptEnabled })).newPage()
}

/** Expects that this user's session has ended already, as their browser sees it. */
async function expectOut(page: Page, world: TestEnvironment): Promise<void> {
  const cookie = await cookieOf(page.context())
  const { body } = await send(world, { path: '/team', headers: { cookie } })
  expect(body).toContain('/sign-in?next=')
}

// It counts members.
test.use({ apart: 'team' })

test('an invited member joins by mail with the role of the invitation; later changes take effect at once', async ({
  atHome: owner,
  browser,
  world,
}) => {
  test.slow()
  await owner.keyboard.press('g')
  await owner.keyboard.press('t')
  await expect(owner.getByRole('heading', { level: 1, name: 'Team' })).toBeVisible()
  await expect(owner.getByText('You’re the only team member.')).toBeVisible()
  await expect(owner.getByText('Every team needs at least one owner')).toBeVisible()
  await owner.getByRole('link', { name: 'Olivia Owner', exact: true }).click()
  await expect(owner.getByText('Only another owner or admin can change your role and access.')).toBeVisible()
  await expect(owner.getByRole('main').getByRole('button')).toHaveCount(0)

  await owner.goto('/team/invite')
  await field(owner, 'Name').fill(INES.name)
  await field(owner, 'E-mail').fill(world.owner.email)
  await press(owner, 'Send invitation')
  await expectFault(field(owner, 'E-mail'), 'This e-mail address is already in use.')
  await field(owner, 'E-mail').fill(INES.email)
  await owner.getByRole('radio', { name: 'Support' }).check()
  expect(await faults(owner), 'invitation').toEqual([])
  await press(owner, 'Send invitation')
  await expect(owner.getByText('Invitation sent.')).toBeVisible()
  const row = owner.getByRole('row', { name: /Ines Invited/ })
  await expect(row).toContainText('Invited')
  await expect(row).toContainText('Never')
  expect(await faults(owner), 'team').toEqual([])

  const ines = await newPage(browser, world)
  await ines.goto(linkIn(await mailTo(world, INES.email, /^Olivia Owner invited you/)))
  await ines.getByLabel('New password').fill(INES.password)
  await press(ines, 'Set password')
  await expect(ines.getByText('Your password is set.')).toBeVisible()
  await signIn(ines, world, INES)
  await openAccount(ines, VOICE)
  await expect(ines.getByRole('link', { name: 'New device' })).toBeVisible()
  await expect(ines.getByRole('link', { name: 'New account' })).toHaveCount(0)
  await ines.goto('/team')
  await expect(ines.getByRole('link', { name: 'Invite', exact: true })).toHaveCount(0)
  await ines.getByRole('link', { name: 'Olivia Owner', exact: true }).click()
  await expect(ines.getByRole('heading', { level: 1, name: 'Olivia Owner' })).toBeVisible()
  await expect(ines.getByRole('main').getByRole('button')).toHaveCount(0)

  // Long after signing in, an action needs a step-up first.
  await owner.getByRole('link', { name: INES.name, exact: true }).click()
  await ageProofs(world, world.owner.email)
  await owner.getByRole('radio', { name: 'Viewer' }).check()
  expect(await faults(owner), 'member').toEqual([])
  await press(owner, 'Change role')
  await field(owner, 'Password').fill(world.owner.password)
  await press(owner, 'Continue')
  await expect(owner.getByText('Role changed. The team member is signed out.')).toBeVisible()
  await expectOut(ines, world)
  await signIn(ines, world, INES)
  await openAccount(ines, VOICE)
  await expect(ines.getByRole('link', { name: 'New device' })).toHaveCount(0)

  await press(owner, 'Suspend')
  await press(owner, 'Suspend team member')
  await expect(owner.getByText('Team member suspended and signed out.')).toBeVisible()
  await expectOut(ines, world)
  await ines.goto('/sign-in')
  await sendSignIn(ines, INES)
  await expect(ines.getByText('Incorrect e-mail or password.').first()).toBeVisible()
  await press(owner, 'Resume access')
  await expect(owner.getByText('Access resumed.', { exact: true })).toBeVisible()
  await signIn(ines, world, INES)

  await press(owner, 'Remove')
  await press(owner, 'Remove team member')
  await expect(owner.getByText('Team member removed.')).toBeVisible()
  await expect(owner.getByRole('row', { name: /Ines Invited/ })).toHaveCount(0)
  await expectOut(ines, world)
  const [removal] = await auditLogOf(world, 'member.remove')
  expect(removal).toMatchObject({ actor: 'Olivia Owner', subject: INES.name })
})

test('a member with a second factor needs more than the password: a wrong code, a used one, and a recovery code', async ({
  page,
  browser,
  world,
}) => {
  const who = await addMember(world, 'viewer', 'Tom Twostep')
  const { secret, recovery } = await giveFactors(world, who.email)
  const [one = '', two = ''] = recovery
  await page.goto('/team')
  await sendSignIn(page, who)
  await expect(page.getByRole('heading', { level: 1, name: 'Two-factor authentication' })).toBeVisible()
  expect(await faults(page)).toEqual([])
  const cookie = await cookieOf(page.context())
  const answer = await send(world, { path: '/team', headers: { cookie } })
  expect(answer.body, 'the password alone opens nothing').not.toContain('Olivia Owner')

  const posts: string[] = []
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()))
  await field(page, 'Code').fill('12345')
  await press(page, 'Verify')
  await expectFault(field(page, 'Code'), 'Enter a six-digit code')
  expect(posts, 'an incomplete code does not use up an attempt').toEqual([])
  const code = codeOf(secret)
  await field(page, 'Code').fill(String((Number(code) + 1) % 1_000_000).padStart(6, '0'))
  await press(page, 'Verify')
  await expectFault(field(page, 'Code'), 'This code is incorrect or was already used.')
  await field(page, 'Code').fill(`${code.slice(0, 3)} ${code.slice(3)}`)
  await press(page, 'Verify')
  await expect(page.getByRole('heading', { level: 1, name: 'Team' })).toBeVisible()
  await expect(
    page.getByRole('row', { name: /Tom Twostep/ }).getByRole('cell', { name: 'On', exact: true }),
  ).toBeVisible()

  const plain = await newPage(browser, world, false)
  await plain.goto('/sign-in')
  await sendSignIn(plain, who)
  await expect(plain.getByRole('button', { name: 'Use passkey' })).toBeHidden()
  await field(plain, 'Code').fill(code)
  await press(plain, 'Verify')
  await expect(plain.getByText('This code is incorrect or was already used.').first()).toBeVisible()
  await plain.getByRole('link', { name: 'Use a recovery code' }).click()
  await field(plain, 'Recovery code').fill(one.toUpperCase())
  await press(plain, 'Verify')
  await expect(plain.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible()

  // The same again; after five attempts the password has to be entered again.
  const again = await newPage(browser, world)
  await again.goto('/sign-in')
  await sendSignIn(again, who)
  await again.getByRole('link', { name: 'Use a recovery code' }).click()
  for (let tries = 0; tries < 5; tries++) {
    await field(again, 'Recovery code').fill(one)
    await Promise.all([
      again.waitForResponse((response) => response.request().method() === 'POST'),
      press(again, 'Verify'),
    ])
    await expect(again.getByText('This code is incorrect or was already used.').first()).toBeVisible()
  }
  await field(again, 'Recovery code').fill(two)
  await press(again, 'Verify')
  await expect(again.getByText('Start again.').first()).toBeVisible()
  await again.reload()
  await expect(again.getByRole('heading', { level: 1, name: 'Sign in again' })).toBeVisible()
  await again.getByRole('link', { name: 'Sign in' }).click()
  await sendSignIn(again, who)
  await again.getByRole('link', { name: 'Use a recovery code' }).click()
  await field(again, 'Recovery code').fill(two)
  await press(again, 'Verify')
  await expect(again.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible()
})

test('a passkey is a second factor too, and a browser without one shows a message', async ({
  page,
  world,
}) => {
  const who = await addMember(world, 'viewer', 'Pia Passkey')
  const { passkey } = await giveFactors(world, who.email)
  const { inspector, authenticatorId } = await addAuthenticator(page)
  await page.goto('/sign-in')
  await sendSignIn(page, who)
  await press(page, 'Use passkey')
  await expect(page.getByText('No passkey was used. Try again, or enter a code.')).toBeVisible()
  await inspector.send('WebAuthn.addCredential', {
    authenticatorId,
    credential: { ...passkey, isResidentCredential: false, signCount: 1 },
  })
  await press(page, 'Use passkey')
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible()
})
