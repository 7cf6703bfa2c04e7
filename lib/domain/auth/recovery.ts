// Getting back in by mail. Nobody learns from an answer, or from its time, whether an address is known here
// (docs/security.md row 17).
import 'server-only'
import { Rejected } from '../../errors.ts'
import type { Sealed } from '../../sealed.ts'
import { endSessionsOf } from '../../session/member-sessions.ts'
import { throttle, throttledProof } from '../../session/throttle.ts'
import { database } from '../../store/database.ts'
import { writeJob } from '../../store/jobs.ts'
import { voidLinksOf } from '../../store/links.ts'
import { editPasswordHash, emailAsStored, type MemberRecord } from '../../store/members.ts'
import type { LinkPurpose } from '../../store/schema.ts'
import { actorOf, recordedOf, type Change } from '../audit/record.ts'
import { peekLink, useLink } from './link.ts'
import type { LinkToken } from './link-token.ts'
import { enqueueMail, recipientOf } from '../mail.ts'
import { passwordOwnerOf } from './password-owner.ts'
import { hashPassword, requireGoodPassword } from './password.ts'
import { RESET_JOB } from './recovery-answer.ts'

/** The links that let one set a password. */
const SETS: ReadonlySet<LinkPurpose> = new Set(['set password', 'forgot password', 'invitation'])

/**
 * Notes that somebody asks for a new password for `email`, at the origin `at`. Known or not, the same is done
 * and takes the same time: the address is looked up later, by the clock. @throws Rejected when a client asks
 * too often; Unavailable
 */
export async function askForReset(email: string, at: string, now = new Date()): Promise<void> {
  await throttle('recovery', emailAsStored(email))
  await writeJob(database(), RESET_JOB, { email: emailAsStored(email), at }, now)
}

/**
 * Sets the password of whoever the link was mailed to, uses the link up, makes their other links worth
 * nothing and ends their sessions: all of it, or nothing. Somebody invited is active from then on. `at` is
 * the origin of the page.
 * @throws Rejected, at `password` when it is not good enough (the link stays good), at no field when the link
 * is not; Unavailable
 */
export async function resetPassword(
  token: LinkToken,
  at: string,
  password: Sealed<'password'>,
  now = new Date(),
): Promise<void> {
  const seen = await throttledProof(null, async () => {
    const found = await peekLink(token, at, now)
    if (found === null || !SETS.has(found.link.purpose)) throw spent()
    return found
  })
  const { member, link } = seen
  const hash = await hashPassword(requireGoodPassword(password, await passwordOwnerOf(member)))
  await recordedOf(actorOf(member), 'password.reset', about(member), () =>
    database()
      .transaction()
      .execute(async (trx) => {
        if ((await useLink(trx, seen, now)) === null) throw spent()
        await editPasswordHash(member, hash, trx)
        await voidLinksOf(trx, member.id)
        if (link.purpose === 'forgot password') {
          const mail = { kind: 'passwordChanged', at: now.toISOString() } as const
          await enqueueMail(trx, recipientOf(member), mail, { now })
        }
        // Before the commit: without Redis nothing is changed. A sign-in under way finds its stamp overtaken.
        await endSessionsOf(member.id)
      }),
  )
}

function spent(): Rejected {
  return new Rejected({}, 'messages.link.used')
}

function about({ name }: MemberRecord): Change {
  return { subject: { kind: 'member', name, thing: null }, path: [], before: null, after: null }
}
