// Receives all mails and shows them on a web page; nothing is forwarded.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { callbackify } from 'node:util'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { mailPage, mailsPage, type Mail } from './mail-pages.ts'
import { freePort } from './ports.ts'

export type MailCatcher = {
  /** For SMTP_URL. */
  readonly smtpUrl: string
  /** A page that lists the mails; `/mails.json` is the same for programs. */
  readonly url: string
  mails(): readonly Mail[]
  clear(): void
  stop(): Promise<void>
}

/**
 * Starts both servers on 127.0.0.1; `pagePort` is any free port by default. Keeps the last 200 mails in
 * memory.
 */
export async function startMailCatcher(pagePort?: number): Promise<MailCatcher> {
  const mails: Mail[] = []
  let count = 0
  const receive = async (stream: SMTPServerDataStream, session: SMTPServerSession) => {
    const mail = await PostalMime.parse(await buffer(stream))
    count += 1
    mails.push({
      n: count,
      at: new Date().toISOString(),
      from: mail.from?.address ?? '',
      to: session.envelope.rcptTo.map(({ address }) => address),
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      html: mail.html ?? '',
    })
    if (mails.length > 200) mails.shift()
  }
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: 10_000_000,
    onAuth: (_auth, _session, done) => done(null, { user: 'anyone' }),
    onData: callbackify(receive),
  })
  smtp.on('error', () => undefined)
  const smtpPort = await freePort()
  await new Promise<void>((resolve) => smtp.listen(smtpPort, '127.0.0.1', resolve))
  const page = pageServer(mails)
  const port = pagePort ?? (await freePort())
  page.listen(port, '127.0.0.1')
  await once(page, 'listening')
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    url: `http://127.0.0.1:${port}`,
    mails: () => mails,
    clear: () => void mails.splice(0),
    stop: async () => {
      page.close()
      page.closeAllConnections()
      await new Promise<void>((resolve) => smtp.close(() => resolve()))
    },
  }
}

function pageServer(mails: readonly Mail[]): Server {
  return createServer((request, response) => {
    const path = request.url ?? '/'
    const mail = mails.find(({ n }) => path === `/mails/${n}`)
    const json = path === '/mails.json'
    response.writeHead(path === '/' || json || mail ? 200 : 404, {
      'content-type': json ? 'application/json' : 'text/html; charset=utf-8',
      // Mails are untrusted: their scripts do not run and nothing in them is loaded.
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    response.end(json ? JSON.stringify({ mails }) : mail ? mailPage(mail) : mailsPage(mails))
  })
}
