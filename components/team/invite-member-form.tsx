'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { LANGUAGE_NAMES, languageIn, LANGUAGES } from '../../lib/views/language.ts'
import type { InviteField } from '../../lib/views/team-form.ts'
import type { Role } from '../../lib/views/viewer.ts'
import { Form } from '../ui/form.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { MemberRoleField } from './member-role-field.tsx'

const rules = async () => (await import('../../lib/views/team-form.ts')).inviteRules

type Props = { roles: readonly Role[]; action: FormAction<InviteField>; beside: ReactNode }

/** Invites a team member: name, e-mail, role, and the language of the mail. */
export function InviteMemberForm({ roles, action, beside }: Props): ReactNode {
  const t = useTranslations('members.team.invite')
  return (
    <Form action={action} rules={rules} submit={t('submit')} submitting={t('submitting')} beside={beside}>
      <TextField<InviteField> name="name" label={t('name')} required />
      <TextField<InviteField>
        name="email"
        label={t('email')}
        hint={t('emailHint')}
        type="email"
        inputMode="email"
        spellCheck={false}
        required
      />
      {/* The least role by default. */}
      <MemberRoleField roles={roles} value="viewer" />
      <SelectField<InviteField>
        name="language"
        label={t('language')}
        value={languageIn(useLocale())}
        choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
    </Form>
  )
}
