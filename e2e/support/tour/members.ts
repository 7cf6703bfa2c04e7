import type { Walk } from './walk.ts'

/** The own profile, and a wrong password. */
export async function openProfile({ capture, go, submit, fill }: Walk): Promise<void> {
  for (const path of [
    '/profile',
    '/profile/sessions',
    '/profile/security/codes',
    '/profile/security/passkey',
  ])
    await go(path)
  for (const path of ['/profile/security/app', '/confirm-email', '/confirm-email?done=1']) await go(path)
  await go('/profile/security')
  await fill({ password: 'not-the-password', newPassword: 'nine-quiet-harbour-cranes' })
  await submit('Change password')
  await capture()
}

/**
 * The team: an invitation of an existing member, the viewer's own page, and a second step without a pending
 * sign-in.
 */
export async function visitTeam({ world, capture, go, submit, fill, href }: Walk): Promise<void> {
  for (const path of ['/team', '/team?done=role', '/team/nonsense', '/sign-in/second']) await go(path)
  await go('/team/invite')
  await fill({ name: 'Tour Guide', email: world.owner.email })
  await submit('Send invitation')
  await capture()
  await go('/team')
  await go(await href('main table a[href^="/team/"]'))
}
