import type { Walk } from './walk.ts'

/** An account: an existing name, then its own. */
export async function renameAccount({ capture, go, submit, fill }: Walk, account: string): Promise<void> {
  await go(`${account}/settings`)
  await fill({ name: 'Bäckerei Vogel Zwei' })
  await submit(/Save/)
  await capture()
  await fill({ name: 'Alster Voice' })
  await submit(/Save/)
  await capture()
  await go(`${account}/settings`)
  await fill({ name: 'Bäckerei Vogel GmbH' })
  await submit(/Save/)
}

/** A new account: refused, and created. */
export async function addAccount(
  { page, script, capture, go, submit, fill }: Walk,
  account: string,
): Promise<void> {
  await go(`${account}/accounts/new`)
  await fill({
    name: 'Alster Voice',
    firstName: 'Tour',
    lastName: 'Guide',
    username: 'tour',
    password: 'correct horse 1',
  })
  await submit('Create account')
  await capture()
  await fill({ name: `Tour customer ${script}`, password: 'correct horse 1' })
  await submit('Create account')
  await page.waitForURL(/\/accounts\/acc_[\w-]{22}$/)
  await capture()
}
