import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { faults } from './support/axe.ts'
import { plantedPhone } from './support/planted-phone.ts'
import { expectFault, expectSaved, field, goTo, save } from './support/steps.ts'

const kept = (page: Page, label: string) =>
  page.getByRole('checkbox', { name: `${label} Keep the stored value`, exact: true })

/** Kazoo refuses to save beside these. */
const ODD = {
  presence_id: 1001,
  call_forward: { enabled: 'maybe', number: ['+4930', '+4940'], unconditional: { number: '123' } },
}

test('values that a form cannot show are named and kept, and replaced when somebody wants it', async ({
  signedIn: page,
  world,
}) => {
  const { read } = await plantedPhone(page, world, ODD)
  await expect(page.getByText('Kazoo stores "maybe" here, which this form can’t show.')).toBeVisible()
  await expect(page.getByText('Kazoo also stores call_forward.unconditional here')).toBeVisible()
  await expect(page.getByText('Kazoo stores 1001 here as a number instead of text')).toBeVisible()
  await expect(kept(page, 'Presence ID')).toBeChecked()
  await expect(field(page, 'Presence ID')).toBeHidden()
  expect(await faults(page), 'kept').toEqual([])

  await field(page, 'Name').fill('Older phone')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expectFault(
    field(page, 'Presence ID'),
    'Kazoo rejects the value that is stored here: This value has the wrong type. Nothing can be saved until it is replaced.',
  )
  await expect(field(page, 'Presence ID')).toHaveValue('1001')
  await expect(field(page, 'Name')).toHaveValue('Older phone')
  // Where several fields have the same message, the summary names them.
  await expect(page.getByRole('link', { name: /^Presence ID: Kazoo rejects the value/ })).toBeVisible()
  expect(await faults(page), 'refused').toEqual([])
  expect(await read()).toMatchObject({ name: 'Old phone', presence_id: 1001 })

  await field(page, 'Forward to').fill('+493055501')
  await save(page)
  expect(await read()).toMatchObject({
    name: 'Older phone',
    presence_id: '1001',
    call_forward: { enabled: false, number: '+493055501', unconditional: { number: '123' } },
  })
  await expect(kept(page, 'Presence ID')).toHaveCount(0)
})

test('a key that no schema describes is a setting', async ({ signedIn: page, world }) => {
  const { path, read } = await plantedPhone(page, world, { asset_tag: 'A-7' })
  await goTo(page, `${path}/settings/all`)
  await expect(field(page, 'Asset tag')).toHaveValue('A-7')
  await field(page, 'Asset tag').fill('A-8')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expectSaved(page)
  expect(await read()).toMatchObject({ asset_tag: 'A-8', name: 'Old phone' })
})

test('without script a stored value is kept, or replaced by unticking its box', async ({
  withoutScript: page,
  world,
}) => {
  await signIn(page, world)
  const { read } = await plantedPhone(page, world, { presence_id: 1001 })
  await expect(field(page, 'Presence ID')).toBeHidden()
  await kept(page, 'Presence ID').uncheck()
  await expect(field(page, 'Presence ID')).toHaveValue('1001')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expectSaved(page)
  expect(await read()).toMatchObject({ presence_id: '1001' })
})
