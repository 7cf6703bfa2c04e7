import type { Walk } from './walk.ts'

/** The frame: the language, the palette's memory, and sign-out. */
export async function leave({ page, script, capture, go, submit }: Walk, account: string): Promise<void> {
  await go('/')
  await page.getByRole('button', { name: 'Olivia Owner' }).click()
  await submit('English')
  await capture()
  if (script) {
    await go(account)
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('option').first().waitFor()
    await capture()
  }

  await go('/')
  await page.getByRole('button', { name: 'Olivia Owner' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in/)
  await capture()
}
