// Defines every mail that the portal sends, and its values: names and dates, never a secret, because it waits
// in the outbox in clear.
import 'server-only'
import { z } from 'zod'
import type { LinkPurpose } from '../store/schema.ts'

const mailOfKind = <Kind extends string>(kind: Kind) => z.object({ kind: z.literal(kind) })
const instant = z.iso.datetime()

/**
 * A mail in the outbox, distinguished by `kind`; instants are ISO 8601. Its recipient and language are stored
 * beside it.
 */
export const MailSchema = z.discriminatedUnion('kind', [
  /** A trial has been started: its owner sets a password. */
  mailOfKind('setPassword').extend({ company: z.string() }),
  mailOfKind('forgotPassword'),
  mailOfKind('invitation').extend({ inviter: z.string(), company: z.string() }),
  /** To the new address: its owner confirms it. */
  mailOfKind('emailChange'),
  /** To the old address. */
  mailOfKind('emailChangeNotice').extend({ newEmail: z.string() }),
  mailOfKind('passwordChanged').extend({ at: instant }),
  /** The member's access has changed: a second factor or a passkey, or all sessions were ended. */
  mailOfKind('securityChanged').extend({
    what: z.enum(['totpOn', 'totpOff', 'recoveryCodes', 'passkeyAdded', 'passkeyRemoved', 'sessionsEnded']),
    at: instant,
  }),
  mailOfKind('trialEnding').extend({ days: z.number().int().positive(), endsAt: instant }),
  mailOfKind('trialEnded'),
  /** Kazoo refuses the stored credentials. */
  mailOfKind('credentialsStopped').extend({ since: instant }),
  /** The DNS of a tenant's domain leads elsewhere. */
  mailOfKind('domainSuspended').extend({ host: z.string(), since: instant }),
  /**
   * DNS does not prove (any more) that a mail domain is the tenant's: nobody with an address of it can use
   * single sign-on.
   */
  mailOfKind('mailDomainUnproved').extend({ domain: z.string() }),
  /** The API key works, and the user whose credentials the trial used can be disabled. */
  mailOfKind('apiKeyWorks'),
  /** Somebody tried to start a trial with an account that is a tenant already. */
  mailOfKind('alreadyRegistered'),
  /** To a customer: a team member has impersonated them. */
  mailOfKind('impersonated').extend({
    member: z.string(),
    reason: z.string(),
    changes: z.boolean(),
    at: instant,
  }),
  mailOfKind('test'),
])

export type Mail = z.output<typeof MailSchema>
export type MailKind = Mail['kind']

/**
 * The mails that contain a single-use link, and its purpose; it is created when the mail is sent, not before.
 */
export const LINK_OF: Readonly<Partial<Record<MailKind, LinkPurpose>>> = {
  setPassword: 'set password',
  forgotPassword: 'forgot password',
  invitation: 'invitation',
  emailChange: 'e-mail change',
}

/** The pages that the other mails link to. */
export const PAGE_OF: Readonly<Partial<Record<MailKind, string>>> = {
  passwordChanged: '/sign-in',
  trialEnding: '/connection',
  trialEnded: '/connection',
  credentialsStopped: '/connection',
  domainSuspended: '/brand/domains',
  mailDomainUnproved: '/connection/sign-on',
  apiKeyWorks: '/connection',
  alreadyRegistered: '/sign-in',
}
