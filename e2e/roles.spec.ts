import type { Browser, Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { postOf, replay, type Posted } from './support/forged.ts'
import { kazooOf } from './support/kazoo.ts'
import { addMember, putOnTrial, type Member } from './support/records.ts'
import { cookieOf, send } from './support/send.ts'
import type { TestEnvironment } from './support/test-environment.ts'
import { resumeSession } from './support/visits.ts'
import { field, openAccount, openSettings } from './support/steps.ts'

test.use({ apart: 'roles' })

const VOICE = 'Alster Voice'
const BUTTONS = ['Edit', 'New account', 'New device', 'Save changes', 'Reboot', 'Delete', 'Reveal'] as const
type Button = (typeof BUTTONS)[number]

/** The permitted buttons of each role, as in the table of lib/domain/permission.ts. */
const MAY: Record<string, readonly Button[]> = {
  admin: BUTTONS,
  support: ['New device', 'Save changes', 'Reboot'],
  viewer: [],
}
const PAGES: readonly (readonly [Button, string])[] = [
  ['Edit', 'settings'],
  ['New account', 'accounts/new'],
  ['New device', 'devices/new'],
]

const members = new Map<string, Member>()

/** A member with this role, in a browser of their own; created at the first call. */
async function signedInAs(browser: Browser, world: TestEnvironment, role: string): Promise<Page> {
  const member = members.get(role) ?? (await addMember(world, role, `Mara ${role}`))
  members.set(role, member)
  const page = await (await browser.newContext({ baseURL: world.origin })).newPage()
  await resumeSession(page, world, member)
  return page
}

/** The enabled buttons of a page. */
async function offered(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const name of BUTTONS) {
    const both = page
      .getByRole('button', { name, exact: true })
      .or(page.getByRole('link', { name, exact: true }))
      .or(page.locator(name === 'Edit' ? 'a[href^="/accounts/"][href$="/settings"]' : 'none'))
    if ((await both.count()) > 0) found.push(name)
  }
  return found
}

for (const [role, may] of Object.entries(MAY)) {
  test(`security row 3: the role ${role} sees the buttons it may use and no other, also by address`, async ({
    browser,
    world,
  }) => {
    const page = await signedInAs(browser, world, role)
    const account = await openAccount(page, VOICE)
    const atAccount = await offered(page)
    // A desk phone: a forwarding device cannot be rebooted and has nothing to reveal.
    await page.locator('tr:has-text("Desk phone") a[href^="/devices/dev_"]').first().click()
    await page.waitForURL(/\/devices\/dev_/)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await openSettings(page)
    const name = field(page, 'Name')
    // There is nothing to save before something is changed.
    if (await name.isEditable()) await name.fill('Changed')
    const offeredAnywhere = new Set([...atAccount, ...(await offered(page))])
    expect([...offeredAnywhere].toSorted()).toEqual([...may].toSorted())
    const cookie = await cookieOf(page.context())
    for (const [button, path] of PAGES) {
      const { status, body } = await send(world, { path: `${account}/${path}`, headers: { cookie } })
      expect(status, path).toBe(may.includes(button) ? 200 : 403)
      if (!may.includes(button)) expect(body, path).toContain('Your role doesn’t allow this')
    }
    if (!may.includes('Save changes')) {
      await expect(field(page, 'Name')).not.toBeEditable()
      await expect(page.getByRole('switch', { name: 'Enabled' })).toBeDisabled()
    }
    await page.getByRole('button', { name: `Mara ${role}` }).click()
    await expect(
      page.getByText(`${role.charAt(0).toUpperCase()}${role.slice(1)} at Nordlicht Telekom`),
    ).toBeVisible()
    await page.context().close()
  })
}

/** The owner's posts for each button, on a device and an account created for it; none of them is executed. */
async function postsOfOwner(page: Page): Promise<Map<Button, Posted>> {
  await page.route('**/*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  )
  const posts = new Map<Button, Posted>()
  const account = await openAccount(page, VOICE)
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await page.goto(`${account}/settings`)
  await field(page, 'Name').fill('Forged')
  posts.set('Edit', await postOf(page, () => press('Save changes')))
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto(`${account}/accounts/new`)
  for (const label of ['Name', 'First name', 'Last name', 'Username', 'Password'])
    await field(page, label).fill('forged-12')
  posts.set('New account', await postOf(page, () => press('Create account')))
  await page.goto(`${account}/devices/new`)
  await field(page, 'Name').fill('Forged')
  posts.set('New device', await postOf(page, () => press('Create device')))
  await page.goto(account)
  await page.locator('a[href^="/devices/dev_"]').first().click()
  await page.waitForURL(/\/devices\/dev_/)
  await openSettings(page)
  posts.set('Reveal', await postOf(page, () => press('Reveal')))
  await press('Reboot')
  posts.set(
    'Reboot',
    await postOf(page, () => page.getByRole('alertdialog').getByRole('button', { name: 'Reboot' }).click()),
  )
  await page.keyboard.press('Escape')
  await press('Delete')
  posts.set('Delete', await postOf(page, () => press('Delete device')))
  await page.keyboard.press('Escape')
  await field(page, 'Name').fill('Forged')
  posts.set('Save changes', await postOf(page, () => press('Save changes')))
  return posts
}

/** This session's ids for the account and the device in the owner's posts. */
async function idsOf(page: Page): Promise<{ account: string; device: string }> {
  const account = await openAccount(page, VOICE)
  const device = await page.locator('a[href^="/devices/dev_"]').first().getAttribute('href')
  return { account: account.split('/')[2] ?? '', device: device?.split('/')[2] ?? '' }
}

test('security row 3: every action refuses roles without permission, wherever they have its address from', async ({
  signedIn: owner,
  browser,
  world,
}) => {
  const kazoo = await kazooOf(world)
  const ownerIds = await idsOf(owner)
  const posts = await postsOfOwner(owner)
  expect([...posts.keys()].toSorted()).toEqual([...BUTTONS].toSorted())
  const sameOrigin = { origin: world.origin, 'sec-fetch-site': 'same-origin' }
  const before = JSON.stringify(await kazoo.list(`${await kazoo.account(VOICE)}/devices?paginate=false`))
  for (const [role, may] of Object.entries(MAY)) {
    const page = await signedInAs(browser, world, role)
    const memberIds = await idsOf(page)
    const cookie = await cookieOf(page.context())
    await world.simulator.clearRequests()
    for (const [button, posted] of posts) {
      if (may.includes(button)) continue
      const words = ([['account'], ['device']] as const).flatMap(([kind]) =>
        posted.body.includes(ownerIds[kind]) ? [[ownerIds[kind], memberIds[kind]] as const] : [],
      )
      expect(words.length, button).toBeGreaterThan(0)
      const own = {
        ...posted,
        path: posted.path
          .replace(ownerIds.account, memberIds.account)
          .replace(ownerIds.device, memberIds.device),
      }
      const { body } = await replay(world, own, { ...sameOrigin, cookie }, words)
      expect(body, `${role}: ${button}`).toContain('Your role doesn’t allow this.')
    }
    const requests = await world.simulator.requests()
    expect(
      requests.filter(({ write }) => write),
      role,
    ).toEqual([])
    await page.context().close()
  }

  // A signed-out client may run none of them, and sees why.
  for (const [button, posted] of posts) {
    const { body } = await replay(world, posted, { ...sameOrigin, cookie: undefined })
    expect(body, button).toContain('Your session has ended and nothing was saved.')
  }
  expect(JSON.stringify(await kazoo.list(`${await kazoo.account(VOICE)}/devices?paginate=false`))).toBe(
    before,
  )
})

test('security row 3: arguments that no form of ours sends are refused without a fault and without a call to Kazoo', async ({
  signedIn: page,
  world,
}) => {
  const posts = await postsOfOwner(page)
  const reveal = posts.get('Reveal')
  const saving = posts.get('Save changes')
  if (reveal === undefined || saving === undefined) throw new Error('a post is missing')
  const own = {
    origin: world.origin,
    'sec-fetch-site': 'same-origin',
    cookie: await cookieOf(page.context()),
  }
  const plain = { ...own, 'content-type': 'text/plain;charset=UTF-8' }
  await world.simulator.clearRequests()
  for (const body of [
    '[]',
    '[null]',
    '[{"id":"dev_AAAAAAAAAAAAAAAAAAAAAA"}]',
    '[["dev_AAAAAAAAAAAAAAAAAAAAAA"]]',
    '["__proto__"]',
    '["dev_AAAAAAAAAAAAAAAAAAAAAA"]',
    '[{"__proto__":{"toString":1}}]',
    '["0123456789abcdef0123456789abcdef"]',
    '[1e400]',
  ]) {
    const answer = await replay(world, { ...reveal, body }, plain)
    expect(answer.body, body).toContain('This item no longer exists, or you don’t have access to it.')
  }
  for (const body of ['[]', '[null,null]', '[{},{"device":"x","name":"y"}]', '["x","y"]']) {
    const answer = await replay(world, { ...saving, body }, plain)
    expect(answer.body, body).toContain('Check the marked fields.')
  }
  // Bodies that are not even calls: Next refuses them, and none of our code runs.
  for (const body of ['', 'x', '{"a":1}', '["$F1"]', '["$K1"]']) {
    const answer = await replay(world, { ...reveal, body }, plain)
    expect(answer.body, body).not.toContain('"ok":true')
    expect(answer.status, body).toBeLessThanOrEqual(500)
  }
  expect(await world.simulator.requests()).toEqual([])
  expect((await send(world, { path: '/', headers: { cookie: own.cookie } })).status).toBe(200)
})

/** The owner's posts for every change of the connection; none of them is executed. */
async function postsOfConnection(page: Page): Promise<Map<string, Posted>> {
  const posts = new Map<string, Posted>()
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const note = async (name: string) => posts.set(name, await postOf(page, () => press(name)))
  const named = async (name: string, confirm: string) => {
    await press(name)
    await page.getByRole('alertdialog').getByRole('textbox').fill('Nordlicht Telekom')
    await note(confirm)
    await page.keyboard.press('Escape')
  }
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto('/connection')
  await note('Fetch key and activate')
  await page.locator('[name=key]').fill('f'.repeat(64))
  await note('Activate with this key')
  await named('Disconnect', 'Destroy credentials')
  await named('Delete', 'Delete in 30 days')
  await page.goto('/connection/credentials')
  await page.getByRole('button', { name: 'Paste a credentials token instead' }).click()
  await page.locator('[name=token]').fill('f'.repeat(32))
  await note('Test and replace')
  await page.goto('/connection/address')
  await page.locator('[name=origin]').fill('https://kazoo.example.com')
  await page.getByRole('button', { name: 'Paste a credentials token instead' }).click()
  await page.locator('[name=token]').fill('f'.repeat(32))
  await note('Test and change')
  await page.goto('/connection/sign-on')
  await page.locator('[name=issuer]').fill('https://login.example.com')
  await page.locator('[name=clientId]').fill('portal')
  await page.locator('[name=clientSecret]').fill('f'.repeat(32))
  await note('Save')
  return posts
}

test('security row 3: only an owner changes the connection, wherever another role has the action’s address from', async ({
  page,
  browser,
  world,
}) => {
  await putOnTrial(world, 12)
  await signIn(page, world)
  // Really scheduled, because only then there is something to cancel.
  await page.goto('/connection')
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByRole('alertdialog').getByRole('textbox').fill('Nordlicht Telekom')
  await page.getByRole('button', { name: 'Delete in 30 days' }).click()
  await page.getByRole('button', { name: 'Cancel deletion' }).waitFor()
  await page.route('**/*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  )
  const keep = await postOf(page, () => page.getByRole('button', { name: 'Cancel deletion' }).click())
  await putOnTrial(world, 12)
  const posts = new Map([...(await postsOfConnection(page)), ['Cancel deletion', keep]])
  const sameOrigin = { origin: world.origin, 'sec-fetch-site': 'same-origin' }
  await world.simulator.clearRequests()
  for (const role of Object.keys(MAY)) {
    const memberPage = await signedInAs(browser, world, role)
    const cookie = await cookieOf(memberPage.context())
    await world.simulator.clearRequests()
    for (const [button, posted] of posts) {
      const { body } = await replay(world, posted, { ...sameOrigin, cookie })
      expect(body, `${role}: ${button}`).toContain('Your role doesn’t allow this.')
    }
    const { status } = await send(world, {
      method: 'POST',
      path: '/connection/export',
      headers: { ...sameOrigin, cookie },
    })
    expect(status, role).toBe(403)
    expect(await world.simulator.requests(), role).toEqual([])
    await memberPage.context().close()
  }
  for (const [button, posted] of posts) {
    const { body } = await replay(world, posted, { ...sameOrigin, cookie: undefined })
    expect(body, button).toContain('Your session has ended and nothing was saved.')
  }
})

/** The owner's posts for every action on the team, with the id in each; none of them is executed. */
async function postsOfTeam(page: Page, active: string, invited: string): Promise<Map<string, Posted>> {
  await page.route('**/*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  )
  page.on('dialog', (dialog) => void dialog.accept())
  const posts = new Map<string, Posted>()
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const note = async (name: string) => posts.set(name, await postOf(page, () => press(name)))
  await page.goto('/team/invite')
  await field(page, 'Name').fill('Forged')
  await field(page, 'E-mail').fill('forged@portal.example')
  await note('Send invitation')
  await page.goto(invited)
  await note('Send again')
  await page.goto(active)
  await press('Suspend')
  await note('Suspend team member')
  await page.keyboard.press('Escape')
  await press('Remove')
  await note('Remove team member')
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: 'Owner' }).check()
  await note('Change role')
  return posts
}

const idOf = (path: string) => path.split('/')[2] ?? ''

test('security row 3: a member acts on the team only with permission, never on higher roles, never on themselves', async ({
  signedIn: owner,
  browser,
  world,
}) => {
  await addMember(world, 'viewer', 'Mara target')
  await owner.goto('/team/invite')
  await field(owner, 'Name').fill('Inga Invited')
  await field(owner, 'E-mail').fill('inga@portal.example')
  await owner.getByRole('button', { name: 'Send invitation' }).click()
  await owner.getByText('Invitation sent.').waitFor()
  const pathOf = async (name: string) =>
    (await owner.getByRole('link', { name, exact: true }).getAttribute('href')) ?? ''
  const [self, target, invited] = [
    await pathOf('Olivia Owner'),
    await pathOf('Mara target'),
    await pathOf('Inga Invited'),
  ]
  const toSelf = [[idOf(target), idOf(self)]] as const
  const posts = await postsOfTeam(owner, target, invited)
  expect(posts.size).toBe(5)
  const sameOrigin = { origin: world.origin, 'sec-fetch-site': 'same-origin' }
  const decisions = ['Suspend team member', 'Remove team member', 'Change role']
  const replyTo = async (button: string, who: string | undefined, words: typeof toSelf | [] = []) => {
    const posted = posts.get(button)
    if (posted === undefined) throw new Error(`nothing was posted for ${button}`)
    return (await replay(world, posted, { ...sameOrigin, cookie: who }, words)).body
  }
  const teamOf = async () => {
    await owner.goto('/team')
    return owner.getByRole('main').getByRole('table').innerText()
  }
  const cookies = new Map<string, string>()
  for (const role of Object.keys(MAY)) {
    const memberPage = await signedInAs(browser, world, role)
    cookies.set(role, await cookieOf(memberPage.context()))
  }
  const before = await teamOf()
  for (const [role, cookie] of cookies) {
    if (role !== 'admin') {
      for (const button of posts.keys())
        expect(await replyTo(button, cookie), `${role}: ${button}`).toContain('Your role doesn’t allow this.')
      const { status } = await send(world, { path: '/team/invite', headers: { cookie } })
      expect(status, role).toBe(403)
      continue
    }
    for (const button of decisions) {
      expect(await replyTo(button, cookie, toSelf), button).toContain(
        'You can’t assign a role above your own',
      )
    }
    expect(await replyTo('Change role', cookie)).toContain('You can’t assign a role above your own')
  }
  const own = await cookieOf(owner.context())
  for (const button of decisions)
    expect(await replyTo(button, own, toSelf), button).toContain('You can’t do this to yourself.')
  for (const button of posts.keys())
    expect(await replyTo(button, undefined), button).toContain(
      'Your session has ended and nothing was saved.',
    )
  expect(await teamOf()).toBe(before)
})
