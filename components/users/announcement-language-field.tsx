'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { UserField } from '../../lib/views/user-fields.ts'
import { SelectField } from '../ui/select-field.tsx'

/** The languages of announcements that are offered; a tenant's Kazoo may have others. */
const LANGUAGES = [
  'de-de',
  'en-us',
  'en-gb',
  'es-es',
  'fr-fr',
  'fr-ca',
  'it-it',
  'nl-nl',
  'pl-pl',
  'pt-br',
  'pt-pt',
  'ru-ru',
] as const

/** The language of announcements; another one that is stored stays among the choices. */
export function AnnouncementLanguageField({ value }: { value: string }): ReactNode {
  const t = useTranslations('users.form')
  const { compare } = new Intl.Collator(useLocale())
  const choices = LANGUAGES.map((language) => ({ value: language, label: t(`languages.${language}`) }))
  const known = value === '' || choices.some((choice) => choice.value === value)
  return (
    <SelectField<UserField>
      name="language"
      label={t('language')}
      hint={t('languageHint')}
      value={value}
      choices={[
        { value: '', label: t('languageInherited') },
        ...(known ? [] : [{ value, label: value }]),
        ...choices.toSorted((one, other) => compare(one.label, other.label)),
      ]}
    />
  )
}
