import { expect, signIn, test } from './fixtures.ts'
import { faults } from './support/axe.ts'
import { framesOf, ownHost, pictureOf, watchFrames } from './support/brand.ts'
import { mailTo } from './support/mails.ts'
import { addMember, putOnTrial } from './support/records.ts'
import { cookieOf, send } from './support/send.ts'
import { expectSaved, expectToast, field } from './support/steps.ts'

/** Too dark for the dark theme, too bright for the light one, and one of each. */
const LOW_CONTRAST = [
  ['#050505', '#101030'],
  ['#ffe600', '#ffd21f'],
  ['#7b1e5c', '#f2b8e0'],
] as const
const HELP = 'https://help.label.example/'

test.use({ apart: 'brand' })

test('a brand is drafted with a live preview, published, and in every page and mail from the first paint on', async ({
  atHome: page,
  browser,
  world,
}) => {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Branding', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Branding' })).toBeVisible()
  await expect(page.getByText('No brand published')).toBeVisible()
  await expect(page.getByText('The draft is the default look.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0)
  await expect(page.getByText('These colours are readable')).toBeVisible()
  const origin = await ownHost(world, 'label.localhost')
  const guest = await (await browser.newContext({ baseURL: origin })).newPage()
  for (const [path, title] of [
    ['/sign-in', 'Sign in'],
    ['/recover', 'Reset your password'],
    ['/sign-in/team', 'Sign in'],
    ['/nowhere', 'Not found'],
  ] as const) {
    await guest.goto(path)
    await expect(guest, path).toHaveTitle(`${title} · Nordlicht Telekom`)
    await expect(guest.locator('main p').first(), path).toHaveText('Nordlicht Telekom')
    await expect(guest.getByText('Reseller portal'), path).toHaveCount(0)
  }

  await field(page, 'Name').fill('Label Telecom')
  await field(page, 'Primary colour').fill('#ffe600')
  await field(page, 'Accent colour').fill('#ffd21f')
  await field(page, 'Welcome text').fill(
    '**Good to see you.** <b>no</b> [Help](javascript:alert(1)) [Us](https://label.example)',
  )
  await field(page, 'Help pages').fill(HELP)
  await field(page, 'Legal notice').fill('http://label.example')
  const preview = page.getByRole('region', { name: 'Preview' })
  await expect(preview.getByText('Label Telecom').first()).toBeVisible()
  await expect(
    page.getByText(/Accent colour \(light theme\): #ffd21f has a contrast of 1\.4 against white/),
  ).toBeVisible()
  const button = preview.getByText('Sign in', { exact: true }).last()
  await expect(button).toHaveCSS('background-color', 'rgb(255, 230, 0)')
  await expect(button).toHaveCSS('color', 'rgb(11, 18, 21)')
  await press('Save draft')
  await expect(page.getByText('Enter an address that starts with https://').first()).toBeVisible()
  await field(page, 'Legal notice').fill('https://label.example/imprint')
  await press('Save draft')
  await expectSaved(page)

  for (const [title, image] of [
    ['Header image', await pictureOf(480, 96)],
    ['Sign-in image', await pictureOf(1200, 900, '#e8a33d')],
  ] as const) {
    const form = page.getByRole('form', { name: title })
    await form
      .getByLabel('Drop an image here or choose a file')
      .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: image })
    await form.getByRole('slider', { name: 'Zoom' }).fill('1.5')
    await expect(form.getByText('x.png')).toBeVisible()
    // Nothing but the page's own refresh is an action here.
    const unanswered = title === 'Sign-in image'
    if (unanswered)
      await page.route('**/brand', (route) =>
        route.request().method() === 'POST' ? route.abort() : route.continue(),
      )
    await form.getByRole('button', { name: 'Use image' }).click()
    await expect(form.getByText('Image added to the draft.')).toBeVisible()
    await expect(form.getByText('No file chosen')).toBeVisible()
    const kept = form.getByText('This page couldn’t be updated. Reload it to see what changed.')
    await expect(kept).toHaveCount(unanswered ? 1 : 0)
    await expect(page.getByRole('img', { name: `${title} of the draft` })).toHaveCount(unanswered ? 0 : 1)
    if (unanswered) await page.unroute('**/brand')
  }
  await page.reload()
  await expect(page.getByRole('form', { name: 'Sign-in image' })).toBeVisible()
  await preview.getByText('Dark', { exact: true }).click()
  await preview.getByText('Phone', { exact: true }).click()
  await expect(preview.locator('[data-theme=dark]').first()).toHaveCSS(
    'background-color',
    /^(?:lab|oklch)\((?:4\.|0\.16)/,
  )
  expect(await faults(page), 'brand').toEqual([])
  await press('Publish')
  await expect(page.getByText('Brand published')).toBeVisible()
  await expect(page.getByRole('banner').getByRole('img', { name: 'Label Telecom' })).toBeVisible()
  await expect(page).toHaveTitle('Branding · Label Telecom')

  await watchFrames(guest)
  await guest.goto('/sign-in', { waitUntil: 'networkidle' })
  const { names, accents, shift } = await framesOf(guest)
  expect(accents, 'no frame without the colours').toHaveLength(1)
  expect(accents[0]).toMatch(/^light-dark\(#/)
  expect(names).toHaveLength(1)
  expect(shift).toBe(0)
  await expect(guest).toHaveTitle('Sign in · Label Telecom')
  await expect(guest.getByText('Good to see you.')).toBeVisible()
  await expect(guest.getByRole('link', { name: 'Us', exact: true })).toHaveAttribute(
    'href',
    'https://label.example',
  )
  await expect(guest.getByRole('link', { name: 'Help', exact: true })).toHaveAttribute('href', HELP)
  expect(await guest.content()).not.toContain('javascript:alert')
  await expect(guest.getByText('No portal yet?')).toHaveCount(0)
  expect(await faults(guest), 'branded sign-in').toEqual([])
  const ask = (path: string) => send(world, { path, headers: { host: new URL(origin).host } })
  const manifest = JSON.parse((await ask('/manifest.webmanifest')).body)
  expect(manifest).toMatchObject({
    name: 'Label Telecom',
    icons: [{ sizes: '192x192' }, { sizes: '512x512' }],
  })
  const [icon] = manifest.icons
  const image = await ask(icon.src)
  expect(image.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(String(image.headers['content-security-policy'])).toContain('sandbox')
  expect((await send(world, { path: icon.src })).status, 'under a host that is not theirs').toBe(404)
  expect((await ask('/robots.txt')).body).toContain('Disallow: /')
  await guest.context().close()

  await page.goto('/forgot-password')
  await field(page, 'E-mail').fill(world.owner.email)
  await press('Send link')
  const mail = await mailTo(world, world.owner.email, /^Reset your password/)
  expect(mail.html).toContain('cid:logo@portal')
})

test('colours without contrast stay readable: axe finds nothing, in the light and the dark theme', async ({
  signedIn: page,
}) => {
  await page.goto('/brand')
  for (const [primary, accent] of LOW_CONTRAST) {
    await field(page, 'Primary colour').fill(primary)
    await field(page, 'Accent colour').fill(accent)
    await page.getByRole('button', { name: 'Save draft' }).click()
    await expectSaved(page)
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await expectToast(page, 'Brand published')
    await expect(page.getByText('The draft matches the published version.')).toBeVisible()
    await page.goto('/brand/history')
    expect(await faults(page), `${primary} ${accent}`).toEqual([])
    await page.goto('/brand')
  }
  await page.goto('/brand/history')
  await page
    .getByRole('button', { name: /Restore version/ })
    .last()
    .click()
  await expect(page.getByText('Version restored')).toBeVisible()
})

test('security row 19: a bad image is refused with its message, without script too, and any image to roles that may not change the brand', async ({
  atHome: page,
  withoutScript,
  browser,
  world,
}) => {
  await putOnTrial(world, null)
  const cookie = await cookieOf(page.context())
  const own = { cookie, origin: world.origin, 'sec-fetch-site': 'same-origin', accept: 'application/json' }
  const post = async (bytes: Buffer, more: Record<string, string> = {}) => {
    const body = new Response(
      Object.entries({
        kind: 'header',
        image: new Blob([new Uint8Array(bytes)], { type: 'image/png' }),
      }).reduce((form, [name, value]) => (form.append(name, value), form), new FormData()),
    )
    const headers = { ...own, 'content-type': body.headers.get('content-type') ?? '', ...more }
    const sent = Buffer.from(await body.arrayBuffer())
    return send(world, { method: 'POST', path: '/brand/images', headers, body: sent })
  }
  const png = await pictureOf(40, 40)
  for (const [bytes, sentence] of [
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'SVG images aren’t supported'],
    [Buffer.from('<!doctype html>'), 'This file isn’t a PNG, JPEG or WebP image'],
    [Buffer.concat([png, Buffer.from('<script>')]), 'This file contains other data after the image'],
    [png.subarray(0, -9), 'This image is incomplete'],
    [Buffer.alloc(40 * 1024 * 1024), 'This image is larger than 5 MB'],
  ] as const)
    expect((await post(bytes)).body, sentence).toContain(sentence)
  expect((await post(png, { origin: 'https://evil.example' })).body).toContain('didn’t come from a page')
  expect((await post(png, { cookie: '' })).body).toContain('Your session has ended')
  expect((await post(png)).body).toContain('Image added to the draft.')

  const viewer = await addMember(world, 'viewer', 'Vera Brand')
  const viewerPage = await (await browser.newContext({ baseURL: world.origin })).newPage()
  await signIn(viewerPage, world, viewer)
  await viewerPage.goto('/brand')
  await expect(
    viewerPage.getByText('Only an owner or admin of your team can change the brand.'),
  ).toBeVisible()
  await expect(viewerPage.getByRole('button', { name: 'Publish' })).toHaveCount(0)
  expect((await post(png, { cookie: await cookieOf(viewerPage.context()) })).body).toContain(
    'Your role doesn’t allow this.',
  )
  await viewerPage.context().close()

  await putOnTrial(world, 12)
  await signIn(withoutScript, world)
  await withoutScript.goto('/brand')
  await expect(withoutScript.getByText('Activate the portal to publish a brand')).toBeVisible()
  await expect(withoutScript.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0)
  const form = withoutScript.getByRole('form', { name: 'Sign-in image' })
  const choose = (buffer: Buffer) =>
    form
      .getByLabel('Drop an image here or choose a file')
      .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer })
  await choose(Buffer.from('<svg/>'))
  await form.getByRole('button', { name: 'Use image' }).click()
  await expect(withoutScript.getByText('SVG images aren’t supported').first()).toBeVisible()
  await choose(await pictureOf(300, 200))
  await form.getByRole('button', { name: 'Use image' }).click()
  await expect(withoutScript.getByText('Image added to the draft', { exact: true })).toBeVisible()
  await putOnTrial(world, null)
})
