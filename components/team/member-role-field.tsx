'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Role } from '../../lib/views/viewer.ts'
import { RadioField } from '../ui/radio-field.tsx'

type Props = { roles: readonly Role[]; value: Role }

/** One of the roles that the viewer may give, each with what it allows. */
export function MemberRoleField({ roles, value }: Props): ReactNode {
  const t = useTranslations('members.team')
  const tRoles = useTranslations('shell.roles')
  return (
    <RadioField<'role'>
      name="role"
      label={t('role')}
      value={value}
      choices={roles.map((role) => ({ value: role, label: tRoles(role), hint: t(`roles.${role}`) }))}
    />
  )
}
