import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startMailCatcher, type MailCatcher } from './mail-catcher.ts'

let catcher: MailCatcher
beforeAll(async () => {
  catcher = await startMailCatcher()
})
afterAll(() => catcher.stop())

/** Speaks SMTP line by line, as a mailer does. */
async function send(lines: readonly string[]): Promise<void> {
  const socket = connect(Number(new URL(catcher.smtpUrl).port), '127.0.0.1')
  const answers = createInterface({ input: socket })[Symbol.asyncIterator]()
  const message = async () => {
    let line = ''
    do line = String((await answers.next()).value)
    while (/^\d{3}-/.test(line))
    return line
  }
  await message()
  for (const line of lines) {
    socket.write(`${line}\r\n`)
    expect(await message()).toMatch(/^[23]/)
  }
  socket.end()
}

test('a sent mail is listed as JSON and as a page, and its markup has no rights', async () => {
  const body = [
    'From: portal@example.com',
    'Subject: <b>Hello</b>',
    'Content-Type: text/html',
    '',
    '<script>alert(1)</script>',
    '.',
  ]
  await send([
    'EHLO me',
    'MAIL FROM:<portal@example.com>',
    'RCPT TO:<jo@example.com>',
    'DATA',
    body.join('\r\n'),
    'QUIT',
  ])
  expect(catcher.mails()).toMatchObject([{ n: 1, to: ['jo@example.com'], subject: '<b>Hello</b>' }])
  const list = await fetch(`${catcher.url}/mails.json`)
  expect(await list.json()).toMatchObject({ mails: [{ n: 1 }] })
  for (const path of ['/', '/mails/1']) {
    const page = await fetch(catcher.url + path)
    const text = await page.text()
    expect(text).toContain('jo@example.com')
    expect(text).not.toMatch(/<script|<b>/)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  }
})

test('a mail that never arrived has no page', async () => {
  const page = await fetch(`${catcher.url}/mails/99`)
  expect(page.status).toBe(404)
})
