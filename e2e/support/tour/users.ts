import type { Walk } from './walk.ts'

/**
 * Users: the list, one created after a refusal and saved, their credentials, a voicemail box, and the
 * questions before a removal.
 */
export async function visitUsers(
  { page, script, capture, go, submit, fill, href }: Walk,
  account: string,
): Promise<void> {
  await go(`${account}/users?q=hanno.vogel&sort=extension`)
  const hanno = await href('main table a[href^="/users/"]')
  await go(`${account}/users/new`)
  await fill({
    firstName: 'Tour',
    lastName: 'Guest',
    username: 'greta.vogel',
    password: 'correct horse 1',
  })
  await submit('Create user')
  await capture()
  await fill({ username: `tour.${script}`, password: 'correct horse 1' })
  await submit('Create user')
  await page.waitForURL(/\/users\/usr_[\w-]{22}/)
  await capture()
  const guest = new URL(page.url()).pathname
  await go(`${guest}/settings/all`)
  await go(`${guest}/history`)
  await go(`${guest}/settings`)
  await page.locator('[name=hotdeskEnabled]').check()
  await fill({ hotdeskPin: '24680' })
  await submit('Save changes')
  await capture()
  await go(`${guest}/access?done=role`)
  await fill({ password: 'short' })
  await submit('Set password')
  await capture()
  await go(`${guest}/remove`)
  await go(hanno)
  await go(await href('a[href*="/voicemail/vmb_"]'))
}
