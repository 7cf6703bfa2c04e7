// How long a password takes, which tells nothing of whose it is: to be measured alone on the machine (`npm
// run timed`).
import { expect, test } from 'vitest'
import { seal } from '../../sealed.ts'
import { hashPassword, verifyPassword } from './password.ts'

const password = (text: string) => seal<'password'>(text)
const accepted = (text: string) => seal<'accepted password'>(text)

/**
 * The median of each attempt, in milliseconds; they take turns, so that a busy machine is busy for all of
 * them.
 */
async function mediansOf(attempts: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const times = attempts.map((): number[] => [])
  for (let round = 0; round < 11; round += 1) {
    for (const [n, attempt] of attempts.entries()) {
      const start = performance.now()
      await attempt()
      times[n]?.push(performance.now() - start)
    }
  }
  return times.map((all) => all.toSorted((a, b) => a - b)[5] ?? 0)
}

test('an unknown member costs the same work as a known one, and so does a wrong password of any size', async () => {
  const hash = await hashPassword(accepted('four lamps over the harbour'))
  const [somebody = 0, ...others] = await mediansOf([
    () => verifyPassword(hash, password('a wrong password')),
    () => verifyPassword(null, password('a wrong password')),
    () => verifyPassword(hash, password('x'.repeat(1_000_000))),
  ])
  expect(somebody).toBeGreaterThan(3)
  for (const other of others) {
    expect(other / somebody).toBeGreaterThan(0.5)
    expect(other / somebody).toBeLessThan(2)
  }
})
