// Creating has a limit of its own: Kazoo takes far longer for it than for a read.
import { expect, test } from 'vitest'
import { seal } from '../sealed.ts'
import { findAccount } from './accounts.ts'
import { createAccount } from './create-account.ts'
import type { KazooId } from './ids.ts'
import { envelope, send, TestCrossbar } from '../../testing/kazoo/crossbar.ts'

const PARENT: KazooId<'account'> = seal<'kazoo account'>('a'.repeat(32))
const ACCOUNT = { id: 'b'.repeat(32), name: 'Slow', realm: 'slow.example', enabled: true }

test('creating an account may take longer than a read', async () => {
  const methods: string[] = []
  const server = await TestCrossbar.start(({ method }, response) => {
    methods.push(method)
    if (method === 'PUT') setTimeout(() => send(response, 201, envelope(ACCOUNT)), 600)
  })
  const kazoo = server.kazoo({ timeoutMs: 200, longTimeoutMs: 20_000 })
  await expect(findAccount(kazoo, PARENT)).rejects.toMatchObject({ reason: 'timeout' })
  expect((await createAccount(kazoo, PARENT, { name: 'Slow' })).name).toBe('Slow')
  await server.close()
  expect(methods.filter((method) => method === 'PUT')).toHaveLength(1)
})
