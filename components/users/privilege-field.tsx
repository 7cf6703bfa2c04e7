'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PRIVILEGES, type Privilege } from '../../lib/views/user.ts'
import { RadioField } from '../ui/radio-field.tsx'

/** The role of a user in their account, each with what it allows. */
export function PrivilegeField({ value }: { value: Privilege }): ReactNode {
  const t = useTranslations('users')
  return (
    <RadioField<'privilege'>
      name="privilege"
      label={t('create.role')}
      value={value}
      choices={PRIVILEGES.map((privilege) => ({
        value: privilege,
        label: t(`roles.${privilege}`),
        hint: t(`create.roles.${privilege}`),
      }))}
    />
  )
}
