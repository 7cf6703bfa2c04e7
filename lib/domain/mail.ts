// Writes mails into the outbox, in the transaction of the change they report; a job sends them.
import 'server-only'
import type { Mail } from '../mail/kinds.ts'
import type { Database } from '../store/database.ts'
import type { MemberRecord } from '../store/members.ts'
import { writeToOutbox } from '../store/outbox.ts'
import { languageOf } from '../views/language.ts'

/** The recipient of a mail. `language` is null without a choice. */
export type Recipient = {
  tenant: string
  member: string | null
  name: string
  email: string
  language: string | null
}

/** A member as the recipient of a mail, at `email` if that is another address of theirs. */
export function recipientOf(member: MemberRecord, email: string = member.email): Recipient {
  const { id, tenant, name, language } = member
  return { tenant, member: id, name, email, language }
}

/**
 * Writes a mail into the outbox inside the caller's transaction: it is sent after the commit only. With
 * `once` the tenant gets one mail of that key, ever. Returns false when it was sent before. A mail with a
 * link needs its member.
 * @throws Unavailable
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
