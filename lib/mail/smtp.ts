// Sends one mail to one mailbox by the operator's mail server. Failures are codes of ours, because a server's
// texts contain addresses.
import 'server-only'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Sender } from '../env.ts'
import { unseal, type Sealed } from '../sealed.ts'
import { LOGO } from './logo.ts'
import { headerText } from './names.ts'

/**
 * A mail as it is sent. `id` is that of the row in the outbox: a recipient of two copies can tell by the
 * Message-ID.
 */
export type Outgoing = {
  id: string
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  /** The name of the sender, where that is not the operator's; the address always is. */
  sender?: string
  /** A PNG that the HTML shows as `LOGO`. */
  logo?: Buffer | null
}

export type Mailer = { send(mail: Outgoing): Promise<void>; close(): void }

type DeliveryFailure = 'unreachable' | 'no access' | 'recipient refused' | 'refused' | 'too old' | 'faulty'

/** Why a mail was not accepted. `permanent`: trying again would not help. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
  readonly permanent: boolean
  constructor(failure: DeliveryFailure, permanent = false) {
    super(failure)
    this.permanent = permanent
  }
}

const CONNECT_MS = 10_000
const SOCKET_MS = 20_000
const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/
const NETWORK_CODES = /^(ECONNECTION|ECONNREFUSED|ECONNRESET|ESOCKET|ETIMEDOUT|EDNS|ETLS|EPROXY)$/

/** A mailer for `SMTP_URL`. It never sends a password without TLS, except to this machine itself. */
export function openMailer(smtp: Sealed<'url'>, from: Sender): Mailer {
  const url = new URL(unseal(smtp))
  const secure = url.protocol === 'smtps:'
  const auth = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
  const domain = from.address.split('@')[1] ?? 'localhost'
  const transport = createTransport({
    host: url.hostname.replaceAll(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: !secure && auth.user !== '' && !LOCAL.test(url.hostname),
    ...(auth.user === '' ? {} : { auth }),
    name: domain,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SOCKET_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (mail) => {
      const options: SendMailOptions = {
        messageId: `<${mail.id}@${domain}>`,
        from: { name: headerText(mail.sender ?? from.name), address: from.address },
        to: { name: headerText(mail.to.name), address: mail.to.address },
        subject: headerText(mail.subject),
        text: mail.text,
        html: mail.html,
        ...(mail.logo && {
          attachments: [
            {
              filename: 'logo.png',
              content: mail.logo,
              contentType: 'image/png',
              contentDisposition: 'inline',
              cid: LOGO,
            },
          ],
        }),
        // RFC 3834: prevents automatic replies.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      }
      try {
        await transport.sendMail(options)
      } catch (error) {
        throw deliveryErrorOf(error)
      }
    },
    close: () => transport.close(),
  }
}

function deliveryErrorOf(error: unknown): DeliveryError {
  const { code, status } = codesOf(error)
  const permanent = status >= 500
  if (code === 'EAUTH') return new DeliveryError('no access')
  if (code === 'EENVELOPE') return new DeliveryError('recipient refused', permanent)
  if (code === 'EMESSAGE') return new DeliveryError('refused', permanent)
  return new DeliveryError(NETWORK_CODES.test(code) ? 'unreachable' : 'faulty')
}

function codesOf(error: unknown): { code: string; status: number } {
  if (!(error instanceof Error)) return { code: '', status: 0 }
  const code = 'code' in error ? String(error.code) : ''
  const status = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0
  return { code, status }
}
