// `member password`: sets a new password for a member who cannot sign in.
import { Rejected } from '../../lib/errors.ts'
import { passwordOwnerOf } from '../../lib/domain/auth/password-owner.ts'
import { endSessionsOf } from '../../lib/session/member-sessions.ts'
import { editPasswordHash, findMemberByEmail } from '../../lib/store/members.ts'
import { askSecret } from './ask.ts'
import { choosePassword } from './choose-password.ts'
import { note } from './print.ts'
import { needed, optionsIn } from './options.ts'
import { reachSessions } from './reach-sessions.ts'

/** Runs the command. @throws Misuse, Rejected, Unavailable */
export async function changePassword(words: string[]): Promise<void> {
  const email = needed(optionsIn(words, ['email']), 'email')
  const member = await findMemberByEmail(email)
  if (member === null) throw new Rejected({ email: 'messages.member.nobody' })
  const chosen = await choosePassword(
    await askSecret<'password'>({
      text: `New portal password for ${member.email} (leave blank to generate one)`,
      variable: 'PORTAL_PASSWORD',
    }),
    await passwordOwnerOf(member),
  )
  await editPasswordHash(member, chosen.hash)
  await note(member.tenant, {
    verb: 'member.password',
    subject: { kind: 'member', name: member.name, resource: null },
    before: { password: 'changed' },
    after: { password: 'changed' },
  })
  console.log(`${member.email} has a new password.`)
  if (chosen.notice !== null) console.log(chosen.notice)
  const ended = await reachSessions(() => endSessionsOf(member.id))
  console.log(`Sessions ended: ${ended}.`)
}
