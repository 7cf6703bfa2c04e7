import { expect, signIn, test } from './fixtures.ts'
import { faults } from './support/axe.ts'
import { plantedPhone } from './support/planted-phone.ts'
import type { TestEnvironment } from './support/test-environment.ts'
import { expectFault, expectSaved, field, goTo, openDevice } from './support/steps.ts'

test.use({ apart: 'schema' })

const VOICE = 'Alster Voice'

/** The bodies of Kazoo's received writes. */
async function sent(world: TestEnvironment): Promise<unknown[]> {
  const requests = await world.simulator.requests()
  return requests.filter(({ write, path }) => write && !path.endsWith('_auth')).map(({ body }) => body)
}

test('all settings of a device: those with a value, one found among hundreds, a new key of this Kazoo, invalid ones at their field', async ({
  signedIn: page,
  world,
}) => {
  await world.simulator.amendSchema('devices', 'moon.phase', { type: 'integer', minimum: 1, maximum: 28 })
  const device = await openDevice(page, VOICE)
  await page.goto(`${device}/settings/all`)
  const fax = page.getByRole('radiogroup', { name: 'T.38 fax' })
  const search = page.getByRole('searchbox', { name: 'Find a setting' })
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(search).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.type('fax media')
  await expect(page.getByText('1 setting found')).toBeVisible()
  await fax.getByText('On', { exact: true }).click()
  await search.fill('moon phase')
  await page.getByLabel('Phase').fill('29')
  await search.fill('no such setting')
  await expect(page.getByText('No settings found')).toBeVisible()
  await world.simulator.clearRequests()
  const save = page.getByRole('button', { name: 'Save settings' })
  await save.click()
  await expect(field(page, 'Phase')).toBeFocused()
  await expectFault(field(page, 'Phase'), 'Enter 28 or less.')
  expect(await sent(world)).toEqual([])
  await field(page, 'Phase').fill('28')
  await save.click()
  await expectSaved(page)
  expect(await sent(world)).toEqual([{ data: { media: { fax_option: true }, moon: { phase: 28 } } }])
  await page.reload()
  await expect(field(page, 'Phase')).toHaveValue('28')
  await expect(fax.getByRole('radio', { name: 'On' })).toBeChecked()
  // Settings without a value are hidden until requested.
  await expect(page.getByRole('radio', { name: /^Set \(\d+\)$/ })).toBeChecked()
  await expect(page.getByRole('radiogroup', { name: 'Instead of the device' })).toBeHidden()
  await search.fill('video codecs')
  await expect(page.getByText('1 setting found')).toBeVisible()
  expect(await faults(page)).toEqual([])
})

test('lists, maps and tables are rows; what is stored and unknown stays until it is changed', async ({
  signedIn: page,
  world,
}) => {
  const { path, read } = await plantedPhone(page, world, {
    presence_id: '1001',
    media: { audio: { codecs: ['PCMA', 'speex', 'LPC10'] } },
    call_restriction: { mars: { action: 'deny' } },
    dial_plan: { system: ['e164'], '^7$': { prefix: '+4940', suffix: '1' } },
  })
  await goTo(page, `${path}/settings/all`)
  const group = (name: string) => page.getByRole('group', { name, exact: true })

  const codecs = group('Audio codecs')
  const up = codecs.getByRole('button', { name: 'Move speex up' })
  await expect(codecs.getByRole('listitem')).toHaveText([/PCMA$/, /speex$/, /LPC10$/])
  // The rows take no key before their script works; the first one cannot move up.
  await expect(async () => {
    await up.press('Enter')
    await expect(codecs.getByRole('listitem')).toHaveText([/speex$/, /PCMA$/, /LPC10$/], { timeout: 1000 })
  }).toPass()
  await expect(up).toBeFocused()
  await expect(codecs.getByRole('status')).toHaveText('speex is now 1 of 3.')
  await codecs.getByRole('button', { name: 'Remove LPC10' }).click()
  await expect(codecs.getByRole('button', { name: 'Remove PCMA' })).toBeFocused()
  await codecs.getByRole('button', { name: 'Add to Audio codecs' }).click()
  await expect(page.getByRole('menuitem', { name: 'PCMA' })).toHaveCount(0)
  // The same codec as `speex`.
  await expect(page.getByRole('menuitem', { name: 'Speex', exact: true })).toHaveCount(0)
  await page.getByRole('menuitem', { name: 'OPUS' }).click()

  const restrictions = group('Call restrictions')
  const ofClass = (name: string) => restrictions.getByRole('radiogroup', { name })
  await expect(ofClass('mars').getByRole('radio', { name: 'Deny' })).toBeChecked()
  await ofClass('Toll-free numbers').getByText('Deny').click()
  await ofClass('International').getByText('Deny').click()
  await ofClass('International').getByText('Inherit').click()

  const plan = group('Dial plan')
  await expect(plan.getByText('Also stored and not shown as rows: system.')).toBeVisible()
  await plan.getByRole('button', { name: 'Add row' }).click()
  await page.keyboard.type('^8$')
  await plan.getByRole('textbox', { name: 'Prefix, row 2' }).fill('+4930')
  await plan.getByText('Edit as JSON').click()
  const json = plan.getByRole('textbox', { name: 'Dial plan', exact: true })
  await expect(json).toHaveValue(/"\^8\$": \{"prefix":"\+4930"\}/)
  await json.fill('{\n"^8$" 1}')
  await json.blur()
  await expect(plan.getByText('Line 2 isn’t valid JSON.')).toBeVisible()
  await json.fill('{"system": ["e164"], "^7$": {"prefix": "+4940"}, "^8$": {"prefix": "+4931"}}')
  await expect(plan.getByRole('textbox', { name: 'Prefix, row 2' })).toHaveValue('+4931')

  await page.getByRole('button', { name: 'Reset Presence ID to the default' }).click()
  await expect(field(page, 'Presence ID')).toHaveValue('')
  await page.getByRole('searchbox').fill('headers')
  const headers = group('On calls from the device')
  await headers.getByRole('button', { name: 'Add row' }).click()
  await page.keyboard.type('X-Floor: 3')
  await page.keyboard.press('Enter')
  await page.keyboard.type('X-Wing')
  await expect(headers.getByRole('textbox', { name: 'Value, row 1' })).toHaveValue('3')
  await headers.getByRole('button', { name: 'Remove row 2' }).click()
  expect(await faults(page)).toEqual([])

  await page.getByRole('button', { name: 'Save settings' }).click()
  await expectSaved(page)
  const stored = await read()
  expect(stored).not.toHaveProperty('presence_id')
  expect(stored).toMatchObject({
    media: { audio: { codecs: ['speex', 'PCMA', 'OPUS'] } },
    call_restriction: { mars: { action: 'deny' }, tollfree_us: { action: 'deny' } },
    dial_plan: { system: ['e164'], '^7$': { prefix: '+4940' }, '^8$': { prefix: '+4931' } },
    sip: { custom_sip_headers: { in: { 'X-Floor': '3' } } },
  })
  expect(stored['call_restriction']).not.toHaveProperty('international')
})

test('without script every setting is shown, and is saved', async ({ withoutScript: page, world }) => {
  await signIn(page, world)
  const device = await openDevice(page, VOICE)
  await page.goto(`${device}/settings/all`)
  await expect(page.getByRole('searchbox')).toBeHidden()
  await page.getByRole('textbox', { name: 'Audio codecs' }).fill('PCMA\nG722')
  await world.simulator.clearRequests()
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expectSaved(page)
  expect(await sent(world)).toEqual([{ data: { media: { audio: { codecs: ['PCMA', 'G722'] } } } }])
  const german = await page.request.get(page.url(), { headers: { 'accept-language': 'de' } })
  expect(await german.text()).toContain('Anrufsperren')
})
