import { once } from 'node:events'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { startMailCatcher } from '../../scripts/services/mail-catcher.ts'
import { seal } from '../sealed.ts'
import { openMailer, type Outgoing } from './smtp.ts'

const from = { name: 'Portal', address: 'portal@example.com' }
const mail = {
  id: '0e6f3f1c-0000-4000-8000-000000000001',
  to: { name: 'Jo', address: 'jo@example.com' },
  subject: 'Hello',
  text: 'Hello',
  html: '<p>Hello</p>',
}
const servers: { stop(): void | Promise<void> }[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})

async function serverWith(options: SMTPServerOptions): Promise<{ url: string; heard: string[] }> {
  const heard: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, _session, done) => {
      heard.push(`${auth.username}:${auth.password}`)
      done(null, { user: auth.username })
    },
    onData: (stream, _session, done) => {
      stream.on('data', (chunk: Buffer) => heard.push(chunk.toString()))
      stream.on('end', () => done())
    },
    ...options,
  })
  server.on('error', () => undefined)
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  servers.push({ stop: () => new Promise<void>((resolve) => server.close(() => resolve())) })
  const address = listening.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `127.0.0.1:${port}`, heard }
}

function send(url: string, more: Partial<Outgoing> = {}): Promise<void> {
  const mailer = openMailer(seal(url), from)
  return mailer.send({ ...mail, ...more }).finally(() => mailer.close())
}

const refusal = (responseCode: number) => Object.assign(new Error('no, jo@example.com'), { responseCode })

test('a mail is sent with the sender, one Message-ID for each row, and a header that prevents automatic replies', async () => {
  const { url, heard } = await serverWith({})
  await send(`smtp://${url}`)
  const text = heard.join('')
  expect(text).toMatch(/^From: Portal <portal@example\.com>\r$/m)
  expect(text).toMatch(/^Message-ID: <0e6f3f1c-0000-4000-8000-000000000001@example\.com>\r$/m)
  expect(text).toMatch(/^Auto-Submitted: auto-generated\r$/m)
  expect(text).toMatch(/multipart\/alternative/)
})

test('hostile names and subjects add no second line to the head', async () => {
  const catcher = await startMailCatcher()
  servers.push(catcher)
  const { url, heard } = await serverWith({})
  const hostile = 'Jo\r\nBcc: all@example.com\r\n\r\n<script>\u2028X-Two: 2\0'
  for (const smtp of [`smtp://${url}`, catcher.smtpUrl]) {
    await send(smtp, { to: { name: hostile, address: 'jo@example.com' }, subject: hostile })
  }
  const head = heard.join('').split('\r\n\r\n')[0] ?? ''
  expect(head).not.toMatch(/^(?:Bcc|X-Two|<script)/im)
  expect(catcher.mails()).toMatchObject([
    { to: ['jo@example.com'], subject: 'Jo Bcc: all@example.com <script> X-Two: 2' },
  ])
})

test('an address that is two, or contains a command, reaches only itself or nobody', async () => {
  const taken: string[] = []
  const asked = await serverWith({
    onRcptTo: ({ address }, _session, done) => {
      taken.push(address)
      done()
    },
  })
  const hostile = ['jo@example.com>\r\nRCPT TO:<all@example.com', 'jo@example.com, all@example.com']
  for (const address of hostile) {
    await send(`smtp://${asked.url}`, { to: { name: 'Jo', address } }).catch(() => undefined)
  }
  expect(taken).not.toContain('all@example.com')
})

test('a failure is one word, and only what will not change is permanent', async () => {
  const { url: nobody } = await serverWith({ onRcptTo: (_to, _session, done) => done(refusal(550)) })
  await expect(send(`smtp://${nobody}`)).rejects.toMatchObject({
    message: 'recipient refused',
    permanent: true,
  })
  const { url: busy } = await serverWith({ onRcptTo: (_to, _session, done) => done(refusal(451)) })
  await expect(send(`smtp://${busy}`)).rejects.toMatchObject({
    message: 'recipient refused',
    permanent: false,
  })
  const { url: full } = await serverWith({
    onData: (stream, _session, done) => {
      stream.resume()
      stream.on('end', () => done(refusal(552)))
    },
  })
  await expect(send(`smtp://${full}`)).rejects.toMatchObject({ message: 'refused', permanent: true })
  const { url: locked } = await serverWith({ onAuth: (_auth, _session, done) => done(refusal(535)) })
  await expect(send(`smtp://me:secret@${locked}`)).rejects.toMatchObject({
    message: 'no access',
    permanent: false,
  })
  await expect(send('smtp://127.0.0.1:1')).rejects.toMatchObject({ message: 'unreachable', permanent: false })
})

test('a percent-encoded name and password are decoded before they are sent', async () => {
  const { url, heard } = await serverWith({ authMethods: ['PLAIN'] })
  await send(`smtp://p%40rtal:s%3Acret@${url}`)
  expect(heard[0]).toBe('p@rtal:s:cret')
})

test('a logo is attached to the mail, and the sender has the name that the tenant chose, at the operator’s address', async () => {
  const { url, heard } = await serverWith({})
  await send(`smtp://${url}`, { logo: Buffer.from('image'), sender: 'Label' })
  const text = heard.join('')
  expect(text).toMatch(/^From: Label <portal@example\.com>\r$/m)
  expect(text).toMatch(/^Content-ID: <logo@portal>\r$/im)
  expect(text).toMatch(/^Content-Disposition: inline/im)
})
