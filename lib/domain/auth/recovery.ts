// Resets a password by mail. Neither the response nor its time reveals whether an address is known
// (docs/security.md row 17).
import 'server-only'
import { Rejected } from '../../errors.ts'
import type { Sealed } from '../../sealed.ts'
import { endSessionsOf } from '../../session/member-sessions.ts'
import { throttle, throttledProof } from '../../session/throttle.ts'
import { database } from '../../store/database.ts'
import { writeJob } from '../../store/jobs.ts'
import { deleteLinksOf } from '../../store/links.ts'
import { editPasswordHash, emailAsStored, type MemberRecord } from '../../store/members.ts'
import type { LinkPurpose } from '../../store/schema.ts'
import { actorOf, recordedOf, type Change } from '../audit/record.ts'
import { peekLink, useLink } from './link.ts'
import type { LinkToken } from './link-token.ts'
import { enqueueMail, recipientOf } from '../mail.ts'
import { passwordOwnerOf } from './password-owner.ts'
import { hashPassword, requireGoodPassword } from './password.ts'
import { RESET_JOB } from './recovery-answer.ts'

/** The purposes whose links set a password. */
const PASSWORD_PURPOSES: ReadonlySet<LinkPurpose> = new Set(['set password', 'forgot password', 'invitation'])

/**
 * Queues a request for a new password for `email`, made at the origin `at`. Known and unknown addresses take
 * the same steps and the same time: a job looks the address up later.
 * @throws Rejected when a client asks too often; Unavailable
 */
export async function askForReset(email: string, at: string, now = new Date()): Promise<void> {
  await throttle('recovery', emailAsStored(email))
  await writeJob(database(), RESET_JOB, { email: emailAsStored(email), at }, now)
}

/**
 * Sets the password of the link's member, uses the link up, voids their other links and ends their sessions:
 * all or nothing. An invited member becomes active. `at` is the origin of the page.
 * @throws Rejected, at `password` when it breaks the rule (the link stays valid), at no field when the link
 * is invalid; Unavailable
 */
export async function resetPassword(
  token: LinkToken,
  at: string,
  password: Sealed<'password'>,
  now = new Date(),
): Promise<void> {
  const peeked = await throttledProof(null, async () => {
    const found = await peekLink(token, at, now)
    if (found === null || !PASSWORD_PURPOSES.has(found.link.purpose)) throw spent()
    return found
  })
  const { member, link } = peeked
  const hash = await hashPassword(requireGoodPassword(password, await passwordOwnerOf(member)))
  await recordedOf(actorOf(member), 'password.reset', about(member), () =>
    database()
      .transaction()
      .execute(async (trx) => {
        if ((await useLink(trx, peeked, now)) === null) throw spent()
        await editPasswordHash(member, hash, trx)
        await deleteLinksOf(trx, member.id)
        if (link.purpose === 'forgot password') {
          const mail = { kind: 'passwordChanged', at: now.toISOString() } as const
          await enqueueMail(trx, recipientOf(member), mail, { now })
        }
        // Before the commit: without Redis nothing is changed. A concurrent sign-in fails on the new stamp.
        await endSessionsOf(member.id)
      }),
  )
}

function spent(): Rejected {
  return new Rejected({}, 'messages.link.used')
}

function about({ name }: MemberRecord): Change {
  return { subject: { kind: 'member', name, resource: null }, path: [], before: null, after: null }
}
