// The lifecycle of one session, on any Redis topology.
import { randomBytes, randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { newKey, setTestEnvironment } from './store.ts'
import { seal, unseal } from '../lib/sealed.ts'
import { proxyIdFieldsIn, transferProxyIds, withProxyIds, resolve } from '../lib/session/proxy-ids.ts'
import { endSessionsOf, indexSession, sessionsOf } from '../lib/session/member-sessions.ts'
import { deleteSession, editSession, loadSession, storeSession } from '../lib/session/record.ts'
import { MEMBER_SESSION } from '../lib/session/record-doc.ts'
import { countAttempt } from '../lib/session/throttle.ts'
import { renewToken } from '../lib/session/token.ts'

/**
 * Starts a session, issues and resolves ids, renews its token, passes its ids on, throttles, and ends it, on
 * the Redis at `url`.
 */
export async function expectSessionLifecycle(url: string): Promise<void> {
  setTestEnvironment('postgres://nobody@127.0.0.1:1/none', { REDIS_URL: url, SESSION_KEYS: `1:${newKey()}` })
  const member = randomUUID()
  const start = async () => {
    const id = randomBytes(32).toString('base64url')
    const identity = {
      ...MEMBER_SESSION,
      principal: member,
      name: 'Ada',
      email: 'ada@example.com',
      role: 'owner' as const,
    }
    const granted = seal<'kazoo account'>(randomBytes(16).toString('hex'))
    const tenant = { tenant: randomUUID(), tenantName: 'Acme', trialEndsAt: null, connected: true }
    const where = { ...tenant, origin: 'https://kazoo.example.com', granted }
    const idKey = seal<'id key'>(randomBytes(32).toString('base64url'))
    return { id, session: await storeSession(id, { ...identity, ...where }, idKey, seal('first')) }
  }
  const { id, session } = await start()
  const account = seal<'kazoo account'>(randomBytes(16).toString('hex'))
  const issued = await withProxyIds(session, (issue) => issue('account', account))
  const loaded = await loadSession(id, proxyIdFieldsIn(`/accounts/${issued}`))
  if (loaded === null) throw new Error('the session is gone')
  expect((await resolve(loaded, 'account', issued)).equals(account)).toBe(true)
  expect(unseal(await renewToken(session.digest, seal('first'), async () => seal('second')))).toBe('second')
  const successor = await start()
  await transferProxyIds(id, successor.session)
  expect((await resolve(successor.session, 'account', issued)).equals(account)).toBe(true)
  await indexSession(successor.session.digest, member)
  expect(await sessionsOf(member)).toHaveLength(1)
  await editSession(successor.session.digest, { name: 'Ada L.' })
  expect((await loadSession(successor.id, []))?.record.name).toBe('Ada L.')
  expect(await endSessionsOf(member)).toBe(1)
  expect(await loadSession(successor.id, [])).toBeNull()
  const counted = await countAttempt('secret', '192.0.2.1', 'ada@example.com')
  if (counted.refused !== null) throw new Error('the first attempt was refused')
  expect(counted.delay).toBe(0)
  await counted.refund()
  await deleteSession(session.digest)
  expect(await loadSession(id, [])).toBeNull()
}
