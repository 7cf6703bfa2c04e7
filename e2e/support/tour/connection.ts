import type { Walk } from './walk.ts'

/** The connection: its page, and refused credentials. */
export async function tryConnections({ capture, go, submit, fill }: Walk): Promise<void> {
  for (const path of ['/connection', '/connection?done=live', '/prove?next=/connection']) await go(path)
  for (const path of ['/sign-on', '/connection/sign-on', '/connection/sign-on?done=protocol']) await go(path)
  await go('/connection/credentials')
  await fill({ key: 'f'.repeat(64) })
  await submit('Test and replace')
  await capture()
  await go('/connection/address')
  await fill({ origin: 'https://127.0.0.1:8443', key: 'f'.repeat(64) })
  await submit('Test and change')
  await capture()
}
