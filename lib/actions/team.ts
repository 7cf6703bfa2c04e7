'use server'
import { redirect } from 'next/navigation'
import { changeRole, removeMember, resumeMember, suspendMember } from '../domain/team/decide.ts'
import { inviteAgain, inviteMember } from '../domain/team/invite.ts'
import type { FormAction } from '../views/form.ts'
import type { TeamFlash } from '../views/team.ts'
import type { InviteField, RoleField } from '../views/team-form.ts'
import { formAction } from '../web/form-action.ts'
import { inviteInput, memberInput, roleInput } from './team-input.ts'

/** Redirects to the member's page, which says what was done. */
function backToMember(member: string, flash: TeamFlash): never {
  return redirect(`/team/${member}?done=${flash}`)
}

/** Invites a member into the team. */
export const inviteAction: FormAction<InviteField> = formAction(inviteInput, async (viewer, invitation) => {
  await inviteMember(viewer, invitation)
  return redirect('/team?done=invited')
})

/** Sends an invitation again. */
export const inviteAgainAction: FormAction<'member'> = formAction(memberInput, async (viewer, { member }) => {
  await inviteAgain(viewer, member)
  return backToMember(member, 'again')
})

/** Gives a member another role. */
export const changeRoleAction: FormAction<RoleField> = formAction(
  roleInput,
  async (viewer, { member, role }) => {
    await changeRole(viewer, member, role)
    return backToMember(member, 'role')
  },
)

/** Suspends a member, who can no longer sign in. */
export const suspendAction: FormAction<'member'> = formAction(memberInput, async (viewer, { member }) => {
  await suspendMember(viewer, member)
  return backToMember(member, 'suspended')
})

/** Resumes a suspended member. */
export const resumeAction: FormAction<'member'> = formAction(memberInput, async (viewer, { member }) => {
  await resumeMember(viewer, member)
  return backToMember(member, 'resumed')
})

/** Removes a member for good, or withdraws an invitation. */
export const removeAction: FormAction<'member'> = formAction(memberInput, async (viewer, { member }) => {
  const status = await removeMember(viewer, member)
  return redirect(`/team?done=${status === 'invited' ? 'withdrawn' : 'removed'}`)
})
