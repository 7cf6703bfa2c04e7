// Kills and starts separate processes: what the outbox guarantees holds across them.
import { createServer, type Socket } from 'node:net'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startChild, type Child } from '../../scripts/services/child.ts'
import { startMailCatcher, type MailCatcher } from '../../scripts/services/mail-catcher.ts'
import { testStore } from '../../testing/store.ts'
import { closeDatabase } from '../store/database.ts'

let catcher: MailCatcher
let client: Client
const children: Child[] = []

beforeAll(async () => {
  catcher = await startMailCatcher()
  const url = await testStore({ MAIL_FROM: 'Portal <portal@example.com>' })
  client = new Client({ connectionString: url })
  await client.connect()
})
beforeEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.kill()))
  await client.query('delete from outbox; delete from credentials; delete from members; delete from tenants')
  catcher.clear()
})
afterAll(async () => {
  await Promise.all(children.map((child) => child.kill()))
  await Promise.all([client.end(), catcher.stop(), closeDatabase()])
})

async function startProcess(args: readonly string[], smtpUrl = catcher.smtpUrl): Promise<Child> {
  const child = await startChild({
    name: 'clock',
    command: process.execPath,
    args: [
      '--conditions=react-server',
      '--import=./scripts/services/whole-portal.mjs',
      'testing/programs/portal-jobs.ts',
      ...args,
    ],
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', SMTP_URL: smtpUrl, LOG_LEVEL: 'info' },
    readyLine: /^(?:began|runs)/,
  })
  children.push(child)
  return child
}

async function states(): Promise<Record<string, number>> {
  const found = await client.query<{ state: string; count: string }>(
    'select state, count(*) from outbox group by state',
  )
  return Object.fromEntries(found.rows.map(({ state, count }) => [state, Number(count)]))
}

async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400 && !(await reached()); tries += 1) await wait(50)
  expect(await reached()).toBe(true)
}

test('a process killed between "tenant created" and "mail sent": the mail comes once after a restart', async () => {
  const first = await startProcess(['trial'])
  await first.kill()
  expect(catcher.mails()).toHaveLength(0)
  expect(await states()).toEqual({ waiting: 1 })
  const second = await startProcess(['clock'])
  await until(async () => (await states())['sent'] === 1)
  await second.stop()
  // Another start does not send the mail again: a mail written after it is sent alone.
  await startProcess(['clock'])
  await sendsAnother()
  expect(catcher.mails()).toHaveLength(2)
  const [mail] = catcher.mails()
  expect(mail).toMatchObject({ to: ['olga@example.com'], subject: 'Legen Sie Ihr Passwort fest' })
  expect(mail?.text).toMatch(/^http:\/\/localhost:3000\/link\/[\w-]{43}$/m)
})

test('a process killed while the mail server keeps it waiting: another sends the mail when the claim has expired', async () => {
  const silent = await silentServer()
  const first = await startProcess(['clock'], silent.url)
  const trial = await startProcess(['trial'])
  await trial.kill()
  await until(() => silent.asked() > 0)
  await first.kill()
  const early = await startProcess(['clock'])
  await sendsAnother()
  expect(catcher.mails()).toHaveLength(1)
  await early.stop()
  await startProcess(['clock', '61000'])
  await until(() => catcher.mails().length > 1)
  await sendsAnother()
  expect(catcher.mails()).toHaveLength(3)
  expect(await states()).toEqual({ sent: 3 })
  silent.close()
})

test('two processes send each of two hundred mails once', async () => {
  const trial = await startProcess(['trial'])
  await trial.kill()
  await Promise.all([startProcess(['clock']), startProcess(['clock'])])
  await until(async () => (await states())['sent'] === 1)
  catcher.clear()
  await client.query(`
    insert into outbox (id, tenant, recipient, recipient_name, language, mail, written_at, due_at)
    select gen_random_uuid(), (select id from tenants), 'to' || n || '@example.com', 'Jo', 'en', '{"kind":"test"}', now(), now()
    from generate_series(1, 200) as n; notify portal_outbox`)
  await until(async () => (await states())['sent'] === 201)
  const got = catcher.mails().map(({ to }) => to[0])
  expect(got).toHaveLength(200)
  expect(new Set(got).size).toBe(200)
  // Both sent some of them.
  const shares = children.slice(1).map((child) => child.output().match(/mail sent/g)?.length ?? 0)
  expect(Math.min(...shares)).toBeGreaterThan(0)
})

test('a process that is asked to end does so soon and sends nothing more', async () => {
  const trial = await startProcess(['trial'])
  await trial.kill()
  const clock = await startProcess(['clock'])
  await until(async () => (await states())['sent'] === 1)
  await clock.stop()
  // By itself: a process that has to be killed says nothing any more.
  expect(clock.output()).toContain('ended')
  expect(clock.running()).toBe(false)
  await client.query(`update outbox set state = 'waiting', sent_at = null; notify portal_outbox`)
  expect(await states()).toEqual({ waiting: 1 })
})

/** Writes one more mail, and waits until it has been sent: its sender has looked at what was due before. */
async function sendsAnother(): Promise<void> {
  const { rows } = await client.query<{ id: string }>(`
    insert into outbox (id, tenant, recipient, recipient_name, language, mail, written_at, due_at)
    select gen_random_uuid(), (select id from tenants), 'another@example.com', 'Jo', 'en', '{"kind":"test"}', now(), now()
    returning id`)
  await client.query('notify portal_outbox')
  const [written] = rows
  await until(async () => {
    const { rowCount } = await client.query(`select from outbox where id = $1 and state = 'sent'`, [
      written?.id,
    ])
    return rowCount === 1
  })
}

/** Accepts connections and never answers. */
async function silentServer() {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    sockets.push(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    asked: () => sockets.length,
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
