// Telling people by mail: what is to be told is written down in the transaction of what happened, and sent by
// the clock.
import 'server-only'
import type { Mail } from '../mail/kinds.ts'
import type { Database } from '../store/database.ts'
import type { MemberRecord } from '../store/members.ts'
import { writeToOutbox } from '../store/outbox.ts'
import { languageOf } from '../views/language.ts'

/** Whom a mail is for. `language` is null where nobody has chosen one. */
export type Recipient = {
  tenant: string
  member: string | null
  name: string
  email: string
  language: string | null
}

/** A member as the recipient of a mail; `email` where another of their addresses is meant. */
export function recipientOf(member: MemberRecord, email: string = member.email): Recipient {
  const { id, tenant, name, language } = member
  return { tenant, member: id, name, email, language }
}

/**
 * Writes a mail into the outbox, inside the caller's transaction: it is sent once that is committed, and
 * never if it is not. With `once` the tenant gets one mail of that word, ever; false when it has. A mail with
 * a link needs its member. @throws Unavailable
 */
export async function enqueueMail(
  transaction: Database,
  to: Recipient,
  mail: Mail,
  options: { once?: string; now?: Date } = {},
): Promise<boolean> {
  const draft = {
    tenant: to.tenant,
    member: to.member,
    recipient: to.email,
    recipientName: to.name,
    language: languageOf(to.language) ?? 'en',
    mail,
    once: options.once ?? null,
  }
  return writeToOutbox(transaction, draft, options.now ?? new Date())
}
