import type { Walk } from './walk.ts'

/**
 * Users: the list, one created after a refusal and saved, their credentials, a voicemail box, and the
 * questions before a removal.
 */
export async function meetPeople(
  { page, script, look, go, submit, fill, href }: Walk,
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
  await look()
  await fill({ username: `tour.${script}`, password: 'correct horse 1' })
  await submit('Create user')
  await page.waitForURL(/\/users\/usr_[\w-]{22}/)
  await look()
  const guest = new URL(page.url()).pathname
  await fill({ hotdeskPin: '24680' })
  await submit('Save changes')
  await look()
  await go(`${guest}/access?done=role`)
  await fill({ password: 'short' })
  await submit('Set password')
  await look()
  await go(`${guest}/remove`)
  await go(hanno)
  await go(await href('a[href*="/voicemail/vmb_"]'))
}
