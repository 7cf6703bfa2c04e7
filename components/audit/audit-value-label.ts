import type { useTranslations } from 'next-intl'
import { isUnsupported, unsupportedValue } from '../../lib/views/unsupported.ts'
import { languageOf, LANGUAGE_NAMES } from '../../lib/views/language.ts'
import { CHOICES, IMAGES, INSTANTS, SWITCHES } from './audit-names.ts'

type Translate = ReturnType<typeof useTranslations<never>>
type Choices = typeof CHOICES
type ChoiceKey = { [Field in keyof Choices]: Choices[Field][keyof Choices[Field]] }[keyof Choices]

/**
 * The label of a field's value. `instant` formats an ISO 8601 instant. Free text, such as a name, is returned
 * as it is.
 */
export function labelOfValue(
  t: Translate,
  instant: (at: string) => string,
  field: string,
  value: string,
): string {
  if (isUnsupported(value)) return unsupportedValue(value) || t('audit.values.unsupported')
  if (value === 'on') return t('audit.values.on')
  if (value === 'off' || (value === '' && SWITCHES.has(field))) return t('audit.values.off')
  if (value === '') return t(field === 'retentionDays' ? 'audit.values.ever' : 'audit.values.empty')
  const choice = choiceOf(field, value)
  if (choice !== null) return t(choice)
  if (INSTANTS.has(field) && !Number.isNaN(Date.parse(value))) return instant(value)
  if (IMAGES.has(field)) return t('audit.values.image', { fingerprint: value.slice(0, 8) })
  const language = field === 'language' ? languageOf(value) : null
  if (language !== null) return LANGUAGE_NAMES[language]
  const version = field === 'draft' ? /^version (\d+)$/.exec(value)?.[1] : undefined
  return version === undefined ? value : t('brand.version', { number: Number(version) })
}

function choiceOf(field: string, value: string): ChoiceKey | null {
  const choices: Readonly<Record<string, Readonly<Record<string, ChoiceKey>>>> = CHOICES
  const labels = Object.hasOwn(choices, field) ? choices[field] : undefined
  return labels !== undefined && Object.hasOwn(labels, value) ? (labels[value] ?? null) : null
}
