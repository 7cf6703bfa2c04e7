import type { Walk } from './walk.ts'

/** One's own: looked at, and a password that is not theirs. */
export async function openOwn({ look, go, submit, fill }: Walk): Promise<void> {
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
  await look()
}

/**
 * The team: somebody invited who is here already, one's own page, and a second step that nobody waits for.
 */
export async function meetTeam({ world, look, go, submit, fill, href }: Walk): Promise<void> {
  for (const path of ['/team', '/team?done=role', '/team/nonsense', '/sign-in/second']) await go(path)
  await go('/team/invite')
  await fill({ name: 'Tour Guide', email: world.owner.email })
  await submit('Send invitation')
  await look()
  await go('/team')
  await go(await href('main table a[href^="/team/"]'))
}
