// `member password`: a member who cannot sign in gets a new password from the operator.
import { randomUUID } from 'node:crypto'
import { Rejected } from '../../lib/errors.ts'
import { appendAuditEvent } from '../../lib/store/audit-events.ts'
import { editPasswordHash, findMemberByEmail } from '../../lib/store/members.ts'
import { askSecret } from './ask.ts'
import { choosePassword } from './choose-password.ts'
import { needed, optionsIn } from './options.ts'

/** Runs the command. @throws Misuse, Rejected, Unavailable */
export async function changePassword(words: string[]): Promise<void> {
  const email = needed(optionsIn(words, ['email']), 'email')
  const member = await findMemberByEmail(email)
  if (member === null) throw new Rejected({ email: 'said.member.nobody' })
  const chosen = await choosePassword(
    await askSecret<'password'>({
      text: `New portal password of ${member.email} (empty: one is made)`,
      variable: 'PORTAL_PASSWORD',
    }),
    member,
  )
  await editPasswordHash(member, chosen.hash)
  await appendAuditEvent(
    {
      tenant: member.tenant,
      actor: { member: null, name: 'the operator' },
      asWhom: null,
      verb: 'member.password',
      subject: { kind: 'member', name: member.name, thing: null },
      path: [],
      before: { password: 'changed' },
      after: { password: 'changed' },
      reference: randomUUID(),
      clientAddress: null,
      userAgent: null,
    },
    'done',
    'Changed on the command line.',
  )
  console.log(`${member.email} has a new password.`)
  if (chosen.tell !== null) console.log(chosen.tell)
}
