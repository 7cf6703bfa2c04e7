import type { Walk } from './walk.ts'

/** The audit log: filtered, one event, the plan of a revert, and a forbidden receiver. */
export async function readAuditLog({ capture, go, submit, fill, href }: Walk): Promise<void> {
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
  await go(`${event}/revert`)
  await go('/audit/settings')
  await fill({ address: 'https://10.0.0.1/', secret: 'a secret of both sides' })
  await submit('Save destination')
  await capture()
}
