import { useLocale, useMessages, useTranslations } from 'next-intl'
import { createTranslator } from 'use-intl/core'
import type { MessageKey } from '../../lib/i18n/message-key.ts'
import type { AuditChange, AuditRow } from '../../lib/views/audit.ts'
import { useInstant } from '../ui/local-time.tsx'
import { FIELDS, VERBS } from './audit-names.ts'
import { labelOfValue } from './audit-value-label.ts'

/** What was done, in a few words. */
export function useVerbLabel(): (verb: string) => string {
  const t = useTranslations()
  return (verb) => (isVerb(verb) ? t(VERBS[verb]) : verb)
}

function isVerb(verb: string): verb is keyof typeof VERBS {
  return Object.hasOwn(VERBS, verb)
}

/** Who did it: by name, and the operator in the reader's language. */
export function useActorLabel(): (actor: Pick<AuditRow['actor'], 'name' | 'kind'>) => string {
  const t = useTranslations('audit.filter')
  return ({ name, kind }) => (kind === 'operator' ? t('operator') : name)
}

/** The name of a field. */
export function useFieldLabel(): (field: string) => string {
  const t = useTranslations()
  return (field) => {
    const label = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined
    return label === undefined ? field : t(label)
  }
}

/** A value of a field, in the reader's language. */
export function useValueLabel(): (field: string, value: string) => string {
  const [t, instant] = [useTranslations(), useInstant()]
  return (field, value) => labelOfValue(t, instant, field, value)
}

/** One change in one line. */
export function useChangeLine(): (change: AuditChange) => string {
  const t = useTranslations('audit')
  const [fieldLabel, valueLabel] = [useFieldLabel(), useValueLabel()]
  return ({ field, before, after, secret }) => {
    const name = fieldLabel(field)
    if (secret) return t('changeOne', { field: name, value: t('values.secret') })
    if (before !== null && after !== null) {
      return t('change', { field: name, before: valueLabel(field, before), after: valueLabel(field, after) })
    }
    return t('changeOne', { field: name, value: valueLabel(field, after ?? before ?? '') })
  }
}

/** Why something failed: only the key of the sentence was kept, so that one with gaps says no more than that it was refused. */
export function useOutcomeLabel(): (outcome: string) => string {
  const [locale, messages] = [useLocale(), useMessages()]
  const refused = useTranslations('audit.event')('refused')
  const t = createTranslator({
    locale,
    messages,
    onError: () => undefined,
    getMessageFallback: () => refused,
  })
  return (outcome) => (isSentence(outcome) ? t(outcome) : outcome)
}

function isSentence(text: string): text is MessageKey {
  return /^(?:messages|rules)\.[a-zA-Z.]+$/.test(text)
}
