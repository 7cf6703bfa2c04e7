'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Role } from '../../lib/views/viewer.ts'
import { RadioField } from '../ui/radio-field.tsx'

type Props = { roles: readonly Role[]; value: Role }

/** One of the roles that may be given, each with what it allows. */
export function MemberRoleField({ roles, value }: Props): ReactNode {
  const t = useTranslations('members.team')
  const names = useTranslations('shell.roles')
  return (
    <RadioField<'role'>
      name="role"
      label={t('role')}
      value={value}
      choices={roles.map((role) => ({ value: role, label: names(role), hint: t(`roles.${role}`) }))}
    />
  )
}
