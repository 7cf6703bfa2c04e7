// Mails of the shipped portal: inserted in its database, rendered by its build, caught by a real mail server.
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { expect, test } from './fixtures.ts'
import { raw } from './support/raw.ts'
import type { TestEnvironment } from './support/test-environment.ts'

const AT = '2026-11-22T07:30:00.000Z'
const MAILS = [
  { kind: 'setPassword', company: 'Acme' },
  { kind: 'forgotPassword' },
  { kind: 'invitation', inviter: 'Jo', company: 'Acme' },
  { kind: 'emailChange' },
  { kind: 'emailChangeNotice', newEmail: 'new@example.com' },
  { kind: 'passwordChanged', at: AT },
  { kind: 'securityChanged', what: 'totpOn', at: AT },
  { kind: 'trialEnding', days: 7, endsAt: AT },
  { kind: 'trialEnded' },
  { kind: 'credentialsStopped', since: AT },
  { kind: 'domainSuspended', host: 'portal.acme.example', since: AT },
  { kind: 'apiKeyWorks' },
  { kind: 'alreadyRegistered' },
  { kind: 'test' },
]
const LANGUAGES = ['en', 'de', 'es', 'fr']

/** Enqueues a mail to the owner, as a transaction of the portal does. */
async function write(world: TestEnvironment, mail: object, language: string): Promise<void> {
  const client = new Client({ connectionString: world.databaseUrl })
  await client.connect()
  try {
    await client.query(
      `insert into outbox (id, tenant, member, recipient, recipient_name, language, mail, written_at, due_at)
       select $1, tenant, id, email, name, $2, $3, now(), now() from members where email = $4`,
      [randomUUID(), language, JSON.stringify(mail), world.owner.email],
    )
    await client.query('notify portal_outbox')
  } finally {
    await client.end()
  }
}

function linkIn(world: TestEnvironment): string {
  const text = world.mail.mails().at(-1)?.text ?? ''
  return /^http\S+\/link\/\S+$/m.exec(text)?.[0] ?? ''
}

async function freshLink(world: TestEnvironment): Promise<string> {
  world.mail.clear()
  await write(world, { kind: 'forgotPassword' }, 'en')
  await expect.poll(() => world.mail.mails().length).toBe(1)
  return linkIn(world)
}

test('the shipped build sends every mail complete, in every language', async ({ world }) => {
  world.mail.clear()
  for (const mail of MAILS) for (const language of LANGUAGES) await write(world, mail, language)
  await expect
    .poll(() => world.mail.mails().length, { timeout: 60_000 })
    .toBe(MAILS.length * LANGUAGES.length)
  const mails = world.mail.mails()
  expect(new Set(mails.map(({ subject }) => subject)).size).toBe(mails.length)
  for (const { subject, text, html } of mails) {
    expect(html).toContain('<!DOCTYPE html')
    for (const form of [subject, text, html]) {
      expect(form).not.toMatch(/(?<![-\w])mail\.\w|frame\.\w|\{\w+|undefined|\[object/)
    }
  }
})

test('security row 17: a link leaves the address before a page shows, and opening does not use it up', async ({
  page,
  world,
}) => {
  const link = await freshLink(world)
  const token = link.split('/').at(-1) ?? ''
  // A mail scanner.
  for (let visit = 0; visit < 3; visit += 1) {
    const looked = await fetch(link, { redirect: 'manual' })
    expect(looked.status).toBe(303)
    expect(looked.headers.get('location')).toBe('/set-password')
    const cookie = looked.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/; Path=\/set-password/)
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; SameSite=lax/i)
    expect(cookie).not.toContain(token)
  }
  const seen: string[] = []
  page.on('request', (request) => seen.push(`${request.url()} ${request.headers()['referer'] ?? ''}`))
  await page.goto(link)
  await expect(page).toHaveURL(`${world.origin}/set-password`)
  expect(seen.filter((line) => line.includes(token))).toHaveLength(1)
  expect(await page.content()).not.toContain(token)
  expect(await page.evaluate(() => document.cookie)).not.toContain('link')
})

test('security row 12: the link in the mail leads to the stored origin, whatever host the request claims', async ({
  world,
}) => {
  const { host } = new URL(world.origin)
  const link = await freshLink(world)
  expect(link.startsWith(`${world.origin}/link/`)).toBe(true)
  const path = new URL(link).pathname
  const forged = await raw(world, [`GET ${path} HTTP/1.1`, 'Host: evil.example'])
  expect(forged.status).toBe(421)
  expect(forged.head).not.toContain('set-cookie')
  const behind = await raw(world, [`GET ${path} HTTP/1.1`, `Host: ${host}`, 'X-Forwarded-Host: evil.example'])
  expect(behind.status).toBe(303)
  expect(behind.head).not.toContain('evil')
})

test('an invalid link leads to the page for invalid links, with the same response', async ({
  page,
  world,
}) => {
  for (const path of ['/link/nonsense', `/link/${'A'.repeat(43)}`, '/link/%00']) {
    const looked = await fetch(world.origin + path, { redirect: 'manual' })
    expect([looked.status, looked.headers.get('location')]).toEqual([303, '/set-password'])
  }
  await page.goto('/link/nonsense')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByLabel(/password/i)).toHaveCount(0)
})

test('no mail, link or secret of one is in the log', async ({ world }) => {
  const token = (await freshLink(world)).split('/').at(-1) ?? ''
  await fetch(`${world.origin}/link/${token}`, { redirect: 'manual' })
  expect(world.log()).toContain('mail sent')
  expect(world.log()).not.toContain(token)
  expect(world.log()).not.toContain(world.owner.email)
})
