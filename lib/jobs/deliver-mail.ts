// Delivers the mails that wait in the outbox: a link is created when its mail is sent, so that its secret is
// stored nowhere before and only its hash afterwards.
import 'server-only'
import { emailThemeOf, type EmailTheme } from '../domain/brand/email-theme.ts'
import { issueLink, linkExpiry } from '../domain/auth/link.ts'
import { originOf } from '../domain/tenant-origin.ts'
import { log } from '../log.ts'
import { LINK_OF, MailSchema, type Mail } from '../mail/kinds.ts'
import { renderMail, type MailParts } from '../mail/render.ts'
import { DeliveryError, type Mailer } from '../mail/smtp.ts'
import { database } from '../store/database.ts'
import {
  claimMail,
  recordMailFailure,
  recordMailSent,
  releaseMail,
  type ClaimedMail,
} from '../store/outbox.ts'
import { findTenant } from '../store/tenants.ts'
import { languageOf } from '../views/language.ts'
import type { JobContext } from './scheduler.ts'

const MAX_AGE_MS = 24 * 3_600_000
/** Shorter than a claim, so that no other process takes a mail that we may still be sending. */
const SEND_TIMEOUT_MS = 45_000

/**
 * Sends every mail that is due, one after the other. Returns how many were sent. Stops early when the mail
 * server is unreachable, because the next mail would fail too.
 * @throws Unavailable without Postgres
 */
export async function deliverMails(mailer: Mailer, { now, ending }: JobContext): Promise<number> {
  for (let sent = 0; ;) {
    const claimed = await claimMail(now())
    if (claimed === null) return sent
    if (ending()) {
      await releaseMail(claimed, now())
      return sent
    }
    try {
      await deliver(mailer, claimed, now())
      await recordMailSent(claimed, now())
      log.info('mail sent', { mail: claimed.id, tenant: claimed.tenant })
      sent += 1
    } catch (error) {
      const failure = asDeliveryError(error)
      const state = await recordMailFailure(
        claimed,
        { error: failure.message, permanent: failure.permanent },
        now(),
      )
      log.warn('a mail was not sent', {
        mail: claimed.id,
        tenant: claimed.tenant,
        why: failure.message,
        state,
      })
      if (failure.message === 'unreachable' || failure.message === 'no access') return sent
    }
  }
}

async function deliver(mailer: Mailer, claimed: ClaimedMail, now: Date): Promise<void> {
  if (now.getTime() - claimed.writtenAt.getTime() > MAX_AGE_MS) throw new DeliveryError('too old', true)
  const tenant = await findTenant(claimed.tenant)
  const brand = tenant && (await emailThemeOf(tenant, claimed.member === null ? 'customer' : 'member'))
  const parts = brand && (await partsOf(claimed, brand, now))
  if (parts === null) throw new DeliveryError('faulty', true)
  const to = { name: claimed.recipientName, address: claimed.recipient }
  const sending = mailer.send({ id: claimed.id, to, ...(await renderMail(parts)), logo: brand?.logo ?? null })
  await Promise.race([sending, sendTimeout()])
}

async function partsOf(claimed: ClaimedMail, brand: EmailTheme, now: Date): Promise<MailParts | null> {
  const mail = MailSchema.safeParse(claimed.mail).data
  const origin = await originOf(claimed.tenant)
  if (mail === undefined || origin === null) return null
  const needsLink = LINK_OF[mail.kind] !== undefined
  if (needsLink && claimed.member === null) return null
  const link = await linkFor(claimed, mail, origin, now)
  if (needsLink && link === null) return null
  return {
    mail,
    to: { name: claimed.recipientName, email: claimed.recipient },
    language: languageOf(claimed.language) ?? 'en',
    brand: brand.brand,
    sender: brand.sender,
    origin,
    link,
  }
}

async function linkFor(claimed: ClaimedMail, mail: Mail, origin: string, now: Date) {
  const purpose = LINK_OF[mail.kind]
  const { tenant, member, recipient: address } = claimed
  if (purpose === undefined || member === null) return null
  const link = { tenant, member, purpose, address }
  const issued = await issueLink(database(), link, origin, now)
  return issued && { address: issued, issuedAt: now, expiresAt: linkExpiry(purpose, now) }
}

async function sendTimeout(): Promise<never> {
  await new Promise((resolve) => {
    setTimeout(resolve, SEND_TIMEOUT_MS).unref()
  })
  throw new DeliveryError('unreachable')
}

function asDeliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error
  log.error('a mail could not be made', { error })
  return new DeliveryError('faulty')
}
