// How long asking for a new password takes, which tells nothing of whether the address is known: to be
// measured alone on the machine (`npm run timed`).
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startRedis, type PrivateRedis } from '../../../scripts/services/redis.ts'
import { testStore } from '../../../testing/store.ts'
import { seal } from '../../sealed.ts'
import { closeRedis } from '../../session/redis.ts'
import { closeDatabase } from '../../store/database.ts'
import { createTenant } from '../../store/tenants.ts'
import { askForReset } from './recovery.ts'

const HERE = 'http://localhost:3000'
const KNOWN = 'olga@example.com'
let redis: PrivateRedis

beforeAll(async () => {
  redis = await startRedis()
  await testStore({ REDIS_URL: redis.url, SIGN_IN_ATTEMPTS: '100000' })
  await createTenant({
    name: 'Acme',
    crossbarOrigin: 'https://kazoo.example.com',
    account: seal('0'.repeat(32)),
    credentials: { kind: 'api key', key: seal('key') },
    owner: { name: 'Olga Owner', email: KNOWN, passwordHash: null },
  })
})
afterAll(async () => {
  await Promise.all([closeRedis(), closeDatabase()])
  await redis.stop()
})

const middle = (list: number[]) => list.toSorted((one, two) => one - two)[Math.floor(list.length / 2)] ?? 0

test('security row 17: a request takes the same time for known and unknown addresses', async () => {
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  const ask = async (which: 'known' | 'unknown', email: string) => {
    const before = performance.now()
    await askForReset(email, HERE)
    times[which].push(performance.now() - before)
  }
  for (let round = 0; round < 120; round += 1) {
    await ask('known', KNOWN)
    await ask('unknown', `nobody${round}@example.com`)
    if (round % 40 === 0) await wait(1)
  }
  const [known, unknown] = [middle(times.known), middle(times.unknown)]
  console.info(`asking for a reset: known ${known.toFixed(2)} ms, unknown ${unknown.toFixed(2)} ms (median)`)
  expect(Math.abs(known - unknown)).toBeLessThan(Math.max(1, 0.35 * unknown))
})
