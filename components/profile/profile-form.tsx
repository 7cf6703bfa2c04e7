'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../lib/views/language.ts'
import type { Profile } from '../../lib/views/member.ts'
import type { ProfileField } from '../../lib/views/profile-form.ts'
import { Form } from '../ui/form.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'

const rules = async () => (await import('../../lib/views/profile-form.ts')).profileRules

type Props = { profile: Profile; action: FormAction<ProfileField> }

/** The member's name and language. */
export function ProfileForm({ profile, action }: Props): ReactNode {
  const t = useTranslations('members.profile.you')
  const languages = LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))
  return (
    <Form action={action} rules={rules} submit={t('submit')} submitting={t('submitting')}>
      <TextField<ProfileField>
        name="name"
        label={t('name')}
        value={profile.name}
        autoComplete="name"
        required
      />
      <SelectField<ProfileField>
        name="language"
        label={t('language')}
        hint={t('languageHint')}
        value={profile.language ?? ''}
        choices={[{ value: '', label: t('asBrowser') }, ...languages]}
      />
    </Form>
  )
}
