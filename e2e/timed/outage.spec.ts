// How soon an outage is reported. What is reported, and the recovery, is tested in e2e/outage.spec.ts.
import { expect, test } from '../fixtures.ts'
import { fillSignIn } from '../support/visits.ts'

const TWO_SECONDS = 2_000

/**
 * The time in ms until the portal's answer was complete, without the time the browser takes to render it.
 */
async function msUntil(answered: Promise<{ finished(): Promise<unknown> } | null>): Promise<number> {
  const before = Date.now()
  await (await answered)?.finished()
  return Date.now() - before
}

test('security row 14: a stopped or hanging Redis is reported within two seconds', async ({
  atHome: page,
  world,
}) => {
  world.redis.pause()
  expect(await msUntil(page.goto('/', { waitUntil: 'commit' }))).toBeLessThan(TWO_SECONDS)
  world.redis.resume()
  await world.redis.stop()
  expect(await msUntil(page.goto('/', { waitUntil: 'commit' }))).toBeLessThan(TWO_SECONDS)
})

test('security row 14: a hanging Postgres is reported within two seconds, and delays nothing that needs only Kazoo', async ({
  atHome: page,
  world,
}) => {
  world.postgres.child.pause()
  for (const path of ['/audit', '/profile', '/team', '/brand', '/connection', '/impersonations', '/'])
    expect(await msUntil(page.goto(path, { waitUntil: 'commit' })), path).toBeLessThan(TWO_SECONDS)
})

test('security row 14: a sign-in while Postgres hangs gets an error within two seconds', async ({
  page,
  world,
}) => {
  await page.goto('/sign-in')
  await fillSignIn(page, world.owner)
  world.postgres.child.pause()
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  const ms = msUntil(answered)
  await page.getByRole('button', { name: 'Sign in' }).click()
  expect(await ms).toBeLessThan(TWO_SECONDS)
})
