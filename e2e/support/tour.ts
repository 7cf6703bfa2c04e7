// Walks every page and form of the portal, well and badly, so that somebody else can look at what arrived.
import type { Page } from '@playwright/test'
import type { Stage } from './stage.ts'
import type { Recorder } from './recorder.ts'

const SAVED = 'Saved.'

/** Answers the SIP password that was revealed on the way, or null without script. */
export async function tour(
  page: Page,
  world: Stage,
  recorder: Recorder,
  script: boolean,
): Promise<string | null> {
  const look = () => recorder.look(page)
  const go = async (path: string) => {
    await page.goto(path)
    await look()
  }
  /** Sends a form: it is answered by the server, or refused in the browser, which then marks a field. */
  const submit = async (name: string | RegExp) => {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name }).last().click()
    await Promise.race([
      answered.catch(() => undefined),
      page
        .locator('[aria-invalid=true]')
        .first()
        .waitFor()
        .catch(() => answered),
    ])
    await page.waitForLoadState()
  }

  await go('/')
  const href = async (locator: string) => (await page.locator(locator).first().getAttribute('href')) ?? ''
  if (script) {
    await page.getByRole('row', { name: /Alster Voice/ }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('row', { level: 3 }).first().waitFor()
    await look()
  }
  const account =
    (await page.getByRole('link', { name: 'Bäckerei Vogel GmbH', exact: true }).getAttribute('href')) ?? ''
  await go(account)
  for (const query of [
    '?q=phone',
    '?sort=owner&dir=desc',
    '?page=2',
    '?page=nonsense&sort=id',
    '?q=%00%27%22%3Cscript',
  ]) {
    await go(account + query)
  }
  await go(account)
  const device = await href('tr:has-text("Desk phone") a[href^="/devices/dev_"]')

  // A device: refused, then saved, then revealed.
  await go(device)
  await page.locator('[name=macAddress]').fill('no mac address')
  await submit('Save changes')
  await look()
  await page.locator('[name=macAddress]').fill('')
  await page.locator('[name=name]').fill('Seen on the tour')
  await submit('Save changes')
  await page.getByText(SAVED).waitFor()
  await look()
  const revealed = script ? await reveal(page) : null
  await go(device)

  // All that can be set of it, by fields made from Kazoo's schema: refused, then saved.
  await go(`${device}/settings`)
  if (script) await page.getByText(/^All \(/).click()
  const expiry = page.getByLabel('Expire seconds')
  await expiry.fill('soon')
  await submit('Save settings')
  await look()
  await expiry.fill('900')
  await submit('Save settings')
  await page.getByText(SAVED).waitFor()
  await look()

  // An account: a name that is taken, then its own.
  await go(`${account}/edit`)
  await page.locator('[name=name]').fill('Bäckerei Vogel Zwei')
  await submit(/Save/)
  await look()
  await page.locator('[name=name]').fill('Alster Voice')
  await submit(/Save/)
  await look()
  await go(`${account}/edit`)
  await page.locator('[name=name]').fill('Bäckerei Vogel GmbH')
  await submit(/Save/)

  // A new device, refused by Kazoo (its SIP user name is taken), and made.
  await go(`${account}/devices/new`)
  await page.locator('[name=name]').fill(`Tour ${script}`)
  await page.locator('[name=macAddress]').fill('zz')
  await submit('Create device')
  await look()
  await page.locator('[name=macAddress]').fill(script ? '001565fffe01' : '001565fffe02')
  await submit('Create device')
  await page.waitForURL(/\/devices\/dev_/)
  await look()

  // People: listed, one made after a refusal and saved, what they sign in with, somebody's voicemail, and what is asked before they go.
  await go(`${account}/users?q=hanno.vogel&sort=extension`)
  const hanno = await href('main table a[href^="/users/"]')
  await go(`${account}/users/new`)
  const person = {
    firstName: 'Tour',
    lastName: 'Guest',
    username: 'greta.vogel',
    password: 'correct horse 1',
  }
  for (const [name, value] of Object.entries(person)) await page.locator(`[name=${name}]`).fill(value)
  await submit('Create user')
  await look()
  await page.locator('[name=username]').fill(`tour.${script}`)
  await page.locator('[name=password]').fill('correct horse 1')
  await submit('Create user')
  await page.waitForURL(/\/users\/usr_[\w-]{22}/)
  await look()
  const guest = new URL(page.url()).pathname
  await page.locator('[name=hotdeskPin]').fill('24680')
  await submit('Save changes')
  await look()
  await go(`${guest}/access?done=role`)
  await page.locator('[name=password]').fill('short')
  await submit('Set password')
  await look()
  await go(`${guest}/remove`)
  await go(hanno)
  await go(await href('a[href*="/voicemail/vmb_"]'))

  // A new account: refused, and made.
  await go(`${account}/accounts/new`)
  const customer = {
    name: 'Alster Voice',
    firstName: 'Tour',
    lastName: 'Guide',
    username: 'tour',
    password: 'correct horse 1',
  }
  for (const [name, value] of Object.entries(customer)) await page.locator(`[name=${name}]`).fill(value)
  await submit('Create account')
  await look()
  await page.locator('[name=name]').fill(`Tour customer ${script}`)
  await page.locator('[name=password]').fill('correct horse 1')
  await submit('Create account')
  await page.waitForURL(/\/accounts\/acc_[\w-]{22}$/)
  await look()

  // The connection: looked at, and refused what does not open it.
  for (const path of ['/connection', '/connection?done=live', '/prove?next=/connection']) await go(path)
  for (const path of ['/sign-on', '/connection/sign-on', '/connection/sign-on?done=protocol']) await go(path)
  await go('/connection/credentials')
  await page.locator('[name=key]').fill('f'.repeat(64))
  await submit('Try and replace')
  await look()
  await go('/connection/address')
  await page.locator('[name=origin]').fill('https://127.0.0.1:8443')
  await page.locator('[name=key]').fill('f'.repeat(64))
  await submit('Try and change')
  await look()

  // One's own: looked at, and a password that is not theirs.
  for (const path of [
    '/profile',
    '/profile/sessions',
    '/profile/security/codes',
    '/profile/security/passkey',
  ])
    await go(path)
  for (const path of ['/profile/security/app', '/confirm-email', '/confirm-email?done=1']) await go(path)
  await go('/profile/security')
  await page.locator('[name=password]').fill('not-the-password')
  await page.locator('[name=newPassword]').fill('nine-quiet-harbour-cranes')
  await submit('Change password')
  await look()

  // The team: somebody invited who is here already, one's own page, and a second step that nobody waits for.
  for (const path of ['/team', '/team?done=role', '/team/nonsense', '/sign-in/second']) await go(path)
  await go('/team/invite')
  await page.locator('[name=name]').fill('Tour Guide')
  await page.locator('[name=email]').fill(world.owner.email)
  await submit('Send the invitation')
  await look()
  await go('/team')
  await go(await href('main table a[href^="/team/"]'))

  // The brand: what was done, what was refused, and a colour that is none.
  for (const path of ['/brand?done=published', '/brand?refused=svg', '/brand/history', '/brand'])
    await go(path)
  await page.locator('[name=primary]').fill('no colour')
  await submit('Save the draft')
  await look()
  await page.locator('[name=primary]').fill('#0b3d91')
  await submit('Save the draft')
  await look()

  // Domains: one that cannot be, one that waits for its DNS, one that nobody has.
  await go('/brand/domains/new')
  await page.locator('[name=host]').fill('localhost')
  await submit('Add')
  await look()
  await page.locator('[name=host]').fill(`tour-${script}.acme.example`)
  await submit('Add')
  await page.waitForURL(/\/brand\/domains\/tour-/)
  await look()
  for (const path of ['/brand/domains', '/brand/domains/nowhere.example.com']) await go(path)

  // The trail of all this: filtered, one event of it, what an undo would put back, and an address that nothing may be sent to.
  for (const path of [
    '/audit',
    '/audit?q=%00%27%22%3Cscript&who=nonsense',
    '/audit?outcome=failed',
    '/audit/nonsense',
  ])
    await go(path)
  await go('/audit?verb=device.edit')
  const event = await href('main table a[href^="/audit/"]')
  await go(event)
  await go(`${event}/undo`)
  await go('/audit/out')
  await page.locator('[name=address]').fill('https://10.0.0.1/')
  await page.locator('[name=secret]').fill('a secret of both sides')
  await submit('Send there')
  await look()

  // Things that are not there, and a Kazoo that misbehaves on every page.
  for (const path of [
    '/devices/dev_AAAAAAAAAAAAAAAAAAAAAA',
    '/accounts/nonsense',
    '/nowhere',
    '/_next/nothing',
  ])
    await go(path)
  for (const fault of FAULTS) {
    await go(device)
    await world.simulator.fault({ pattern: '/v2/accounts/**', fault })
    await page.locator('[name=name]').fill(`Under fire ${fault.kind} ${fault.status ?? ''}`)
    await submit('Save changes')
    await look()
    // A page that is asked for is the same with script, and takes longer.
    for (const path of script ? [] : ['/', account, device]) await go(path)
    await world.simulator.clearFaults()
  }
  await world.simulator.fault({
    pattern: '/v2/accounts/**',
    methods: ['PATCH'],
    fault: { kind: 'status', status: 403 },
  })
  await go(device)
  await page.locator('[name=name]').fill('Refused')
  await submit('Save changes')
  await look()
  await world.simulator.clearFaults()

  // The frame: the language, and what the palette remembers of all this.
  await go('/')
  await page.getByRole('button', { name: 'Olivia Owner' }).click()
  await submit('English')
  await look()
  if (script) {
    await go(account)
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('option').first().waitFor()
    await look()
  }

  await go('/')
  await page.getByRole('button', { name: 'Olivia Owner' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in/)
  await look()
  return revealed
}

/** Kazoo at its worst, but for what only costs time. */
const FAULTS = [
  { kind: 'status', status: 502 },
  { kind: 'status', status: 404 },
  { kind: 'error-envelope', status: 403 },
  { kind: 'wrong-json' },
  { kind: 'proto' },
  { kind: 'duplicate-keys' },
  { kind: 'headers', which: 'crlf' },
]

async function reveal(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Reveal' }).click()
  await page.getByRole('button', { name: 'Hide' }).waitFor()
  const password = (await page.locator('p:text-is("SIP password") + div code').textContent())?.trim() ?? ''
  if (password === '' || password.includes('•')) throw new Error('nothing was revealed')
  await page.getByRole('button', { name: 'Hide' }).click()
  return password
}
