import { expect, signIn, test } from './fixtures.ts'
import { faults } from './support/axe.ts'
import { cookieOf, send } from './support/send.ts'
import type { TestEnvironment } from './support/test-environment.ts'
import { fillSignIn, sendSignIn } from './support/visits.ts'
import { expectSaved, field, openDeviceForm, openSettings, save } from './support/steps.ts'

// They leave events without an outcome, which a job would settle during other tests.
test.use({ apart: 'outage' })

test('security row 14: Redis stopped while in use is a 503 page, and recovers when Redis returns', async ({
  atHome: page,
  world,
}) => {
  await world.redis.stop()
  const response = await page.goto('/', { waitUntil: 'commit' })
  expect(response?.status()).toBe(503)
  await expect(page.getByText('The portal was interrupted')).toBeVisible()
  const reference = await page.getByText(/^[0-9a-f]{12}$/).textContent()
  expect(world.log()).toContain(`"reference":"${reference}"`)
  expect(response?.headers()['content-security-policy']).toContain("script-src 'self' 'nonce-")

  await world.redis.start()
  // The sessions in Redis are lost: users sign in again, nothing else happens.
  await expect.poll(async () => (await page.goto('/'))?.url(), { timeout: 5_000 }).toContain('/sign-in')
})

test('security row 14: Redis that hangs is a 503 page, and the session is back afterwards', async ({
  atHome: page,
  world,
}) => {
  world.redis.pause()
  const response = await page.goto('/', { waitUntil: 'commit' })
  expect(response?.status()).toBe(503)
  world.redis.resume()
  await expect.poll(async () => (await page.goto('/'))?.status(), { timeout: 5_000 }).toBe(200)
  await expect(page.getByRole('heading', { name: 'Accounts' })).toBeVisible()
})

test('security row 14: Postgres that hangs is a 503 page, wherever it is needed; it recovers by itself', async ({
  atHome: page,
  world,
}) => {
  world.postgres.child.pause()
  for (const path of ['/audit', '/profile', '/team', '/brand', '/connection', '/impersonations']) {
    const response = await page.goto(path, { waitUntil: 'commit' })
    expect(response?.status(), path).toBe(503)
    await expect(page.getByText('The portal can’t reach its database'), path).toBeVisible()
  }
  // Pages with data of Kazoo alone still show.
  expect((await page.goto('/', { waitUntil: 'commit' }))?.status()).toBe(200)
  world.postgres.child.resume()
  await expect.poll(async () => (await page.goto('/audit'))?.status(), { timeout: 5_000 }).toBe(200)
})

test('security row 14: a sign-in while Postgres hangs gets a message, and works when it continues', async ({
  page,
  world,
}) => {
  await page.goto('/sign-in')
  await fillSignIn(page, world.owner)
  world.postgres.child.pause()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('The portal can’t reach its database')).toBeVisible()
  world.postgres.child.resume()
  // A refused password has to be typed again.
  await expect(async () => {
    await page.getByLabel('Password', { exact: true }).fill(world.owner.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('heading', { name: 'Accounts' })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 10_000 })
})

test('a stopped Kazoo shows an error page with a reference that is in the log, and sign-in still works', async ({
  signedIn: page,
  world,
}) => {
  await world.simulator.stop()
  const response = await page.goto('/')
  expect(response?.status()).toBe(503)
  await expect(page.getByText('The phone system isn’t responding')).toBeVisible()
  const reference = await page.getByText(/^[0-9a-f]{12}$/).textContent()
  expect(world.log()).toContain(`"reference":"${reference}"`)

  await page.goto('/sign-in')
  await sendSignIn(page, world.owner)
  await expect(page.getByText('The phone system isn’t responding')).toBeVisible()
  await expect(page.getByText(/^Trying again in \d seconds?$/)).toBeVisible()

  // It is back by itself, in the same document.
  await page.evaluate(() => Object.assign(window, { same: true }))
  await world.simulator.start()
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible({ timeout: 30_000 })
  expect(await page.evaluate(() => 'same' in window)).toBe(true)
})

/** The references of all refused pages in the log. */
function refusedPages(world: TestEnvironment): unknown[] {
  const lines = world
    .log()
    .split('\n')
    .filter((line) => line.includes('"event":"page refused"'))
  return lines.map((line) => /"reference":"(\w+)"/.exec(line)?.[1])
}

const ANSWERS = [
  [400, 502, 'The phone system returned an invalid response', 'didn’t understand the request', 'Try again'],
  [
    401,
    502,
    'The phone system rejected the request',
    'rejected the portal’s credentials',
    'Check connection',
  ],
  [402, 502, 'The phone system rejected the request', 'requires a payment', 'Check connection'],
  [403, 502, 'The phone system rejected the request', 'Your role isn’t the reason', 'Check connection'],
  [409, 503, 'The phone system is busy', 'was making another change at the same time', 'Try again'],
  [429, 503, 'The phone system is busy', 'Too many requests to the phone system', 'Try again'],
  [500, 502, 'The phone system returned an invalid response', 'reported an internal error', 'Try again'],
  [504, 503, 'A service isn’t responding', 'isn’t responding', 'Try again'],
] as const

test('a page whose data Kazoo refuses shows the reason, the next step and a reference that is in the log', async ({
  atHome: page,
  world,
}) => {
  const cookie = await cookieOf(page.context())
  for (const [kazooStatus, portalStatus, title, sentence, button] of ANSWERS) {
    await world.simulator.fault({
      pattern: '/v2/**',
      methods: ['GET'],
      fault: { kind: 'status', status: kazooStatus, retryAfter: 30 },
    })
    const { status, body, headers } = await send(world, { path: '/', headers: { cookie } })
    expect([kazooStatus, status]).toEqual([kazooStatus, portalStatus])
    for (const text of [title, sentence, button]) expect(body, `${kazooStatus}`).toContain(text)
    expect(body, `${kazooStatus}`).not.toContain('>Your role doesn’t allow this')
    const reference = String(headers['x-request-id'])
    expect(body).toContain(reference)
    await expect.poll(() => refusedPages(world)).toContain(reference)
    await world.simulator.clearFaults()
  }
  // A new token was issued after the 401, and everything is back.
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Accounts' })).toBeVisible()
})

test('a device saved while Kazoo does not answer is not saved, and no typed value is lost', async ({
  atHome: page,
  world,
}) => {
  await page.getByRole('link', { name: 'Bäckerei Vogel GmbH', exact: true }).click()
  await page
    .getByRole('row', { name: /Desk phone/ })
    .getByRole('link')
    .first()
    .click()
  await openSettings(page)
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  const was = await name.inputValue()
  await name.fill('Typed with care')
  await page.getByLabel('Internal name').fill('Also typed')
  await page.getByLabel('Forward calls').click()
  await page.getByLabel('Forward to').fill('+4930123')
  await world.simulator.fault({ pattern: '/v2/**', fault: { kind: 'reset', after: 'request' } })
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('The phone system isn’t responding and nothing was changed')).toBeVisible()
  await expect(name).toHaveValue('Typed with care')
  await expect(page.getByLabel('Internal name')).toHaveValue('Also typed')
  await expect(page.getByLabel('Forward calls')).toBeChecked()
  await expect(page.getByLabel('Forward to')).toHaveValue('+4930123')

  await world.simulator.clearFaults()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expectSaved(page)
  await page.reload()
  await expect(name).toHaveValue('Typed with care')
  expect(was).not.toBe('Typed with care')
})

test('a change that Kazoo does not confirm is reported as unknown, and is not sent twice', async ({
  atHome: page,
  world,
}) => {
  await page.getByRole('link', { name: 'Bäckerei Vogel GmbH', exact: true }).click()
  await page
    .getByRole('row', { name: /Desk phone/ })
    .getByRole('link')
    .first()
    .click()
  await openSettings(page)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Maybe renamed')
  await world.simulator.fault({
    pattern: '/v2/**',
    methods: ['PATCH'],
    fault: { kind: 'reset', after: 'answer' },
  })
  await world.simulator.clearRequests()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('The phone system didn’t confirm the change.')).toBeVisible()
  expect((await world.simulator.requests()).filter(({ method }) => method === 'PATCH')).toHaveLength(1)
})

test.describe('a Kazoo that does not answer in time', () => {
  let hasty: TestEnvironment

  test.beforeAll(async ({ world }) => {
    hasty = await world.beside({ PAGE_GRACE_MS: '50', KAZOO_READ_SECONDS: '2' })
  })
  test.afterEach(async () => hasty.restore())
  test.afterAll(async () => hasty.stop())

  const hangs = () => hasty.simulator.fault({ pattern: '/v2/**', methods: ['GET'], fault: { kind: 'hang' } })
  const slow = (ms: number) =>
    hasty.simulator.fault({ pattern: '/v2/**', methods: ['GET'], fault: { kind: 'delay', ms } })

  test('a page shows its frame first, then the problem while Kazoo still hangs, and the data after a longer wait', async ({
    browser,
  }) => {
    const page = await (await browser.newContext({ baseURL: hasty.origin })).newPage()
    await signIn(page, hasty)
    await hangs()
    await page.goto('/', { waitUntil: 'commit' })
    await expect(page.getByRole('navigation').first()).toBeVisible()
    await expect(page.getByRole('main').getByText('Loading page')).toBeAttached()
    await expect(
      page.getByRole('heading', { name: 'The phone system takes too long to respond' }),
    ).toBeVisible()
    await expect(page.getByText('Loading page')).toHaveCount(0)
    const reference = await page.getByText(/^[0-9a-f]{12}$/).textContent()
    await expect.poll(() => refusedPages(hasty)).toContain(reference)
    expect(await faults(page), 'a page that took too long').toEqual([])

    await hasty.simulator.clearFaults()
    await slow(3_000)
    await page.getByRole('link', { name: 'Wait longer' }).click()
    await expect(page.getByRole('main').getByText('Loading page')).toBeAttached()
    await expect(page.getByRole('heading', { name: 'Accounts' })).toBeVisible()

    // Within the portal the next page's frame shows before its data, too.
    await hasty.simulator.clearFaults()
    await page.goto('/')
    await hangs()
    await page.getByRole('link', { name: 'Bäckerei Vogel GmbH', exact: true }).click()
    await expect(page.getByRole('main').getByText('Loading page')).toBeAttached()
    await expect(
      page.getByRole('heading', { name: 'The phone system takes too long to respond' }),
    ).toBeVisible()
    await hasty.simulator.clearFaults()
    await page.getByRole('link', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { name: 'Bäckerei Vogel GmbH' })).toBeVisible()

    await page.goto('/')
    await hangs()
    await page
      .getByRole('row', { name: /Alster Voice/ })
      .getByRole('button', { name: /^Expand/ })
      .click()
    await expect(page.getByText('The phone system didn’t respond in time').first()).toBeVisible()
  })

  test('a response that trickles, or is requested in one piece, also shows the problem', async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: hasty.origin })
    await signIn(await context.newPage(), hasty)
    const cookie = await cookieOf(context)
    await hasty.simulator.fault({
      pattern: '/v2/**',
      methods: ['GET'],
      fault: { kind: 'drip', everyMs: 100 },
    })
    const [late, complete] = await Promise.all(
      ['/', '/?whole=yes'].map(async (path) => {
        const { status, body } = await send(hasty, { path, headers: { cookie } })
        return { status, body: body.replaceAll(/<script\b.*?<\/script>/gs, '') }
      }),
    )
    expect([late?.status, complete?.status]).toEqual([200, 503])
    const [frame, skeleton, reason] = ['Skip to content', 'Loading page', 'takes too long'].map((text) =>
      late?.body.indexOf(text),
    )
    expect(frame).toBeGreaterThan(0)
    expect(skeleton).toBeGreaterThan(frame ?? Infinity)
    expect(reason).toBeGreaterThan(skeleton ?? Infinity)
    expect(complete?.body).not.toContain('Loading page')
    expect(complete?.body).toContain('The phone system takes too long to respond')
  })

  test('a session that ends elsewhere while a page loads leads to sign-in', async ({ browser }) => {
    const page = await (await browser.newContext({ baseURL: hasty.origin })).newPage()
    const other = await (await browser.newContext({ baseURL: hasty.origin })).newPage()
    await signIn(page, hasty)
    await signIn(other, hasty)
    await other.goto('/profile/sessions')
    await slow(1_500)
    await page.goto('/', { waitUntil: 'commit' })
    await expect(page.getByRole('main').getByText('Loading page')).toBeAttached()
    await other.getByRole('button', { name: 'End all others' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  })

  test('the content of a slow page stays while it is rendered again', async ({ browser }) => {
    const page = await (await browser.newContext({ baseURL: hasty.origin })).newPage()
    await signIn(page, hasty)
    const device = `${await openDeviceForm(page, 'Alster Voice')}/settings`
    await slow(1_500)
    await page.goto(device, { waitUntil: 'commit' })
    await expect(page.getByRole('main').getByText('Loading page')).toBeAttached()
    await expect(field(page, 'Internal name')).toBeVisible()
    await hasty.simulator.clearFaults()
    await slow(200)
    await page.evaluate(() =>
      new MutationObserver(() => {
        if (document.querySelector('main')?.textContent.includes('Loading page'))
          document.body.dataset['late'] = 'yes'
      }).observe(document.body, { subtree: true, childList: true }),
    )
    await field(page, 'Internal name').fill('Drawn anew')
    await save(page)
    await expect(field(page, 'Internal name')).toHaveValue('Drawn anew')
    expect(await page.locator('body').getAttribute('data-late')).toBeNull()
  })

  test('without script a slow page comes in one piece', async ({ browser }) => {
    const context = await browser.newContext({ baseURL: hasty.origin, javaScriptEnabled: false })
    const page = await context.newPage()
    await signIn(page, hasty)
    await slow(500)
    await page.goto('/')
    await expect(page.getByRole('heading', { name: 'Accounts' })).toBeVisible()
    expect(new URL(page.url()).search).toBe('?whole=yes')
  })
})
