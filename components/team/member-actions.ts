import type { FormAction } from '../../lib/views/form.ts'
import type { RoleField } from '../../lib/views/team-form.ts'

/** Everything that can be decided of a member. */
export type MemberActions = {
  changeRole: FormAction<RoleField>
  inviteAgain: FormAction<'member'>
  suspend: FormAction<'member'>
  resume: FormAction<'member'>
  remove: FormAction<'member'>
}
