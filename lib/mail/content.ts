// Writes the content of each mail: its subject, its sentences, and the label of its button.
import 'server-only'
import type { Mail } from './kinds.ts'
import { headerText, nameInMail } from './names.ts'
import type { MailMessages } from './messages.ts'

/**
 * A mail without its frame: `before` and `after` are paragraphs around the button; `action` is null where
 * there is none.
 */
export type MailContent = { subject: string; before: string[]; action: string | null; after: string[] }

/** The content of a mail in these messages. */
export function mailContentOf({ t, instant, day }: MailMessages, mail: Mail): MailContent {
  switch (mail.kind) {
    case 'setPassword':
      return {
        subject: t('setPassword.subject'),
        before: [t('setPassword.text', { company: nameInMail(mail.company) })],
        action: t('setPassword.action'),
        after: [t('setPassword.unasked')],
      }
    case 'forgotPassword':
      return {
        subject: t('forgotPassword.subject'),
        before: [t('forgotPassword.text')],
        action: t('forgotPassword.action'),
        after: [t('forgotPassword.unasked')],
      }
    case 'invitation': {
      const inviter = nameInMail(mail.inviter)
      const company = nameInMail(mail.company)
      return {
        subject: t('invitation.subject', { inviter, company }),
        before: [t('invitation.text', { inviter, company })],
        action: t('invitation.action'),
        after: [t('invitation.unasked', { inviter })],
      }
    }
    case 'emailChange':
      return {
        subject: t('emailChange.subject'),
        before: [t('emailChange.text')],
        action: t('emailChange.action'),
        after: [t('emailChange.unasked')],
      }
    case 'emailChangeNotice':
      return {
        subject: t('emailChangeNotice.subject'),
        before: [
          t('emailChangeNotice.text', { newEmail: headerText(mail.newEmail) }),
          t('emailChangeNotice.unasked'),
        ],
        action: null,
        after: [],
      }
    case 'passwordChanged':
      return {
        subject: t('passwordChanged.subject'),
        before: [t('passwordChanged.text', { at: instant(mail.at) })],
        action: t('passwordChanged.action'),
        after: [t('passwordChanged.unasked')],
      }
    case 'securityChanged':
      return {
        subject: t('securityChanged.subject'),
        before: [t(`securityChanged.${mail.what}`, { at: instant(mail.at) }), t('securityChanged.unasked')],
        action: null,
        after: [],
      }
    case 'trialEnding':
      return {
        subject: t('trialEnding.subject', { days: mail.days }),
        before: [t('trialEnding.text', { endsAt: day(mail.endsAt) })],
        action: t('trialEnding.action'),
        after: [t('trialEnding.after')],
      }
    case 'trialEnded':
      return {
        subject: t('trialEnded.subject'),
        before: [t('trialEnded.text')],
        action: t('trialEnded.action'),
        after: [],
      }
    case 'credentialsStopped':
      return {
        subject: t('credentialsStopped.subject'),
        before: [
          t('credentialsStopped.text', { since: instant(mail.since) }),
          t('credentialsStopped.likely'),
        ],
        action: t('credentialsStopped.action'),
        after: [],
      }
    case 'domainSuspended': {
      const host = headerText(mail.host)
      return {
        subject: t('domainSuspended.subject', { host }),
        before: [t('domainSuspended.text', { host, since: instant(mail.since) })],
        action: t('domainSuspended.action'),
        after: [t('domainSuspended.after')],
      }
    }
    case 'mailDomainUnproved': {
      const domain = headerText(mail.domain)
      return {
        subject: t('mailDomainUnproved.subject', { domain }),
        before: [t('mailDomainUnproved.text', { domain })],
        action: t('mailDomainUnproved.action'),
        after: [t('mailDomainUnproved.after')],
      }
    }
    case 'apiKeyWorks':
      return {
        subject: t('apiKeyWorks.subject'),
        before: [t('apiKeyWorks.text'), t('apiKeyWorks.advice')],
        action: t('apiKeyWorks.action'),
        after: [],
      }
    case 'alreadyRegistered':
      return {
        subject: t('alreadyRegistered.subject'),
        before: [t('alreadyRegistered.text')],
        action: t('alreadyRegistered.action'),
        after: [t('alreadyRegistered.unasked')],
      }
    case 'impersonated':
      return {
        subject: t('impersonated.subject', { member: mail.member }),
        before: [
          t(mail.changes ? 'impersonated.changed' : 'impersonated.looked', {
            member: mail.member,
            at: instant(mail.at),
          }),
          t('impersonated.reason', { reason: mail.reason }),
          t('impersonated.limit'),
        ],
        action: null,
        after: [],
      }
    case 'test':
      break
  }
  return { subject: t('test.subject'), before: [t('test.text')], action: null, after: [] }
}
