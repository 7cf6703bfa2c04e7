import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { Client } from 'pg'
import { expect, signIn, test } from './fixtures.ts'
import { kazooOf } from './support/kazoo.ts'
import { leaks, spellings, type Sent } from './support/leaks.ts'
import { openSettings } from './support/steps.ts'
import { startRecorder } from './support/recorder.ts'
import { expectSaved } from './support/steps.ts'
import type { TestEnvironment } from './support/test-environment.ts'
import { tour } from './support/tour.ts'

test('the search itself finds a secret in each of its spellings, alone, in a longer word, as a key and in a cursor', () => {
  const value = randomBytes(16).toString('hex')
  const canaries = [{ kind: 'document', value }]
  for (const [spelling, text] of spellings(value)) {
    expect(leaks([{ where: 'here', text: `<p>x${text}y</p>` }], canaries), spelling).not.toEqual([])
  }
  const hidden = [
    `202611-${value}`,
    JSON.stringify({ [value]: 1 }),
    Buffer.from(`\u0083m\0\0\0 ${value}`).toString('base64url'),
    Buffer.from(`ab${value}`).toString('base64'),
    `%7B%22id%22%3A%22${value}%22%7D`,
    Buffer.from(value, 'hex').toString('base64url'),
  ]
  for (const text of hidden) expect(leaks([{ where: 'here', text }], canaries), text).not.toEqual([])
  expect(leaks([{ where: 'here', text: randomBytes(4096).toString('hex') }], canaries)).toEqual([])
})

for (const script of [true, false]) {
  test(`security row 1: no canary leaves on any page or form, ${script ? 'with' : 'without'} script`, async ({
    browser,
    world,
  }) => {
    test.setTimeout(180_000)
    const recorder = await startRecorder(script ? 'with script' : 'without script')
    const proxy = { server: recorder.server }
    const context = await browser.newContext({ baseURL: world.origin, javaScriptEnabled: script, proxy })
    const page = await context.newPage()
    await page.goto('/sign-in')
    await recorder.capture(page)
    await signIn(page, world)
    await giveVoicemail(world, script ? '8871' : '8872')
    const revealed = await tour(page, world, recorder, script)
    const canaries = await world.simulator.canaries()
    expect(canaries.length).toBeGreaterThan(1_000)
    expect(recorder.sent.length).toBeGreaterThan(100)

    // The one secret that a user asked to see is in the answer to that request, and nowhere else.
    const [answers, rest] = partition(recorder.sent, revealed)
    expect(answers.length).toBe(script ? 1 : 0)
    expect(leaks(rest, canaries)).toEqual([])
    expect(leaks(answers, canaries).filter(({ kind }) => kind !== 'sip-password')).toEqual([])
    expect(leaks([{ where: 'the log', text: world.log() }], canaries)).toEqual([])
    await context.close()
    recorder.close()
  })
}

/** The user whose voicemail the tour opens: which users have one depends on the world's seed. */
async function giveVoicemail(world: TestEnvironment, mailbox: string): Promise<void> {
  const kazoo = await kazooOf(world)
  const account = await kazoo.account('Bäckerei Vogel GmbH')
  const people = await kazoo.list(`${account}/users?paginate=false`)
  const hanno = people.find(({ username }) => username === 'hanno.vogel')
  await kazoo.put(`${account}/vmboxes`, { name: `Box ${mailbox}`, mailbox, owner_id: hanno?.['id'] })
}

function partition(sent: readonly Sent[], revealed: string | null): [Sent[], Sent[]] {
  const has = ({ text }: Sent) => revealed !== null && text.includes(revealed)
  return [sent.filter(has), sent.filter((each) => !has(each))]
}

test('security row 16: neither Redis, Postgres nor a file of the running portal has a canary in clear text', async ({
  atHome: page,
  world,
}) => {
  await page.getByRole('link', { name: 'Bäckerei Vogel GmbH', exact: true }).click()
  await page
    .getByRole('row', { name: /Desk phone/ })
    .getByRole('link')
    .first()
    .click()
  await openSettings(page)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('At rest')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expectSaved(page)

  const sent = [
    ...(await everythingInRedis(world.redis.url)),
    ...(await everythingInPostgres(world.databaseUrl)),
  ]
  for (const file of filesIn(world.build)) sent.push({ where: file, text: readFileSync(file, 'latin1') })
  const canaries = await world.simulator.canaries()
  expect(sent.length).toBeGreaterThan(50)
  expect(leaks(sent, canaries)).toEqual([])
})

/** How each kind of Redis value other than a string is read. */
const WHOLE: Readonly<Record<string, string>> = {
  hash: "return table.concat(redis.call('hgetall', KEYS[1]), ' ')",
  zset: "return table.concat(redis.call('zrange', KEYS[1], 0, -1), ' ')",
}

async function everythingInRedis(url: string): Promise<Sent[]> {
  const redis = new Redis(url)
  const sent: Sent[] = []
  for (const key of await redis.keys('*')) {
    const type = await redis.type(key)
    const script = WHOLE[type]
    const value =
      script === undefined ? await redis.getBuffer(key) : await redis.callBuffer('eval', script, 1, key)
    sent.push({
      where: `redis ${type}`,
      text: `${key} ${value instanceof Buffer ? value.toString('latin1') : ''}`,
    })
  }
  redis.disconnect()
  return sent
}

async function everythingInPostgres(url: string): Promise<Sent[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const tables = await client.query<{ name: string }>(
    "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  const sent: Sent[] = []
  for (const { name } of tables.rows) {
    const rows = await client.query(`select t::text as row from ${name} t`)
    sent.push({ where: `postgres ${name}`, text: JSON.stringify(rows.rows) })
  }
  await client.end()
  return sent
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('node_modules'))
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile() && statSync(file).size < 2_000_000)
}
