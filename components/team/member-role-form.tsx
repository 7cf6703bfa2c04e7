'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { MemberRow } from '../../lib/views/member.ts'
import type { RoleField as Field } from '../../lib/views/team-form.ts'
import type { Role } from '../../lib/views/viewer.ts'
import { Form } from '../ui/form.tsx'
import { MemberRoleField } from './member-role-field.tsx'

const rules = async () => (await import('../../lib/views/team-form.ts')).roleRules

type Props = { row: MemberRow; roles: readonly Role[]; action: FormAction<Field> }

/** Changes the role of a member. */
export function MemberRoleForm({ row, roles, action }: Props): ReactNode {
  const t = useTranslations('members.team.change')
  return (
    <Form
      action={action}
      rules={rules}
      hidden={{ member: row.member }}
      submit={t('submit')}
      submitting={t('submitting')}
    >
      <MemberRoleField roles={roles} value={row.role} />
    </Form>
  )
}
