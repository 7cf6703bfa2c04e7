import type { useTranslations } from 'next-intl'
import { isUnsupported, unsupportedValue } from '../../lib/views/unsupported.ts'
import { AUDIT_PARAMS, OUTCOMES, type AuditParam } from '../../lib/views/audit.ts'
import { languageOf, LANGUAGE_NAMES } from '../../lib/views/language.ts'
import {
  ACTORS,
  CHOICES,
  FIELDS,
  IMAGES,
  INSTANTS,
  isVerb,
  NOUNS,
  PARAMS,
  SWITCHES,
  VERBS,
} from './audit-names.ts'

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
  // A setting of Kazoo's is recorded as it is stored.
  const setting = !Object.hasOwn(FIELDS, field)
  if (value === 'on' || (setting && value === 'true')) return t('audit.values.on')
  if (value === 'off' || (setting && value === 'false') || (value === '' && SWITCHES.has(field)))
    return t('audit.values.off')
  if (value === '') return t(field === 'retentionDays' ? 'audit.values.ever' : 'audit.values.empty')
  const choice = choiceOf(field, value)
  if (choice !== null) return t(choice)
  if (INSTANTS.has(field) && !Number.isNaN(Date.parse(value))) return instant(value)
  if (IMAGES.has(field)) return t('audit.values.image', { fingerprint: value.slice(0, 8) })
  const language = field === 'language' ? languageOf(value) : null
  if (language !== null) return LANGUAGE_NAMES[language]
  if (field === 'filter') return filterInWords(t, value)
  const version = field === 'draft' ? /^version (\d+)$/.exec(value)?.[1] : undefined
  return version === undefined ? value : t('brand.version', { number: Number(version) })
}

/** The filter of an export, which the log names by the address of the filtered page. */
function filterInWords(t: Translate, query: string): string {
  const parts = [...new URLSearchParams(query)].map(([param, value]) => {
    const name = AUDIT_PARAMS.find((each) => each === param)
    if (name === undefined) return value
    const words = wordsOf(t, name, value)
    return words === null ? t(PARAMS[name]) : t('audit.filter.is', { name: t(PARAMS[name]), value: words })
  })
  return parts.join(' · ')
}

/** The value of a filter; null for an id, which says nothing. */
function wordsOf(t: Translate, param: AuditParam, value: string): string | null {
  const noun = param === 'verb' ? NOUNS.find((each) => each === value) : undefined
  if (noun !== undefined) return t(`audit.nouns.${noun}`)
  if (param === 'verb' && isVerb(value)) return t(VERBS[value])
  const outcome = param === 'outcome' ? OUTCOMES.find((each) => each === value) : undefined
  if (outcome !== undefined) return t(`audit.outcomes.${outcome}`)
  const actor = param === 'who' ? ACTORS.find((each) => each === value) : undefined
  if (actor !== undefined) return t(`audit.filter.${actor}`)
  return param === 'who' || param === 'about' ? null : value
}

function choiceOf(field: string, value: string): ChoiceKey | null {
  const choices: Readonly<Record<string, Readonly<Record<string, ChoiceKey>>>> = CHOICES
  const labels = Object.hasOwn(choices, field) ? choices[field] : undefined
  return labels !== undefined && Object.hasOwn(labels, value) ? (labels[value] ?? null) : null
}
