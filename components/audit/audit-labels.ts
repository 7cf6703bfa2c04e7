import { useFormatter, useLocale, useMessages, useTranslations } from 'next-intl'
import { createTranslator } from 'use-intl/core'
import type { MessageKey } from '../../lib/i18n/message-key.ts'
import type { AuditChange, AuditParam, AuditRow } from '../../lib/views/audit.ts'
import { labelOfKey } from '../../lib/views/schema-words.ts'
import { useInstant } from '../ui/local-time.tsx'
import { FIELDS, isVerb, PARAMS, VERBS } from './audit-names.ts'
import { labelOfValue } from './audit-value-label.ts'
import { useNameLabel } from '../shell/name-label.tsx'

const NAMEABLE = ['account', 'device', 'user', 'vmbox'] as const

/** The label of a verb. */
export function useVerbLabel(): (verb: string) => string {
  const t = useTranslations()
  return (verb) => (isVerb(verb) ? t(VERBS[verb]) : verb)
}

/** The name of an actor; the operator, and who has no name, are named in the reader's language. */
export function useActorLabel(): (actor: Pick<AuditRow['actor'], 'name' | 'kind'>) => string {
  const t = useTranslations('audit.filter')
  const nameLabel = useNameLabel()
  return ({ name, kind }) => (kind === 'operator' ? t('operator') : nameLabel('user', name))
}

/** The name of a subject; one of Kazoo's that has no name is named by its kind. */
export function useSubjectLabel(): (subject: { kind: string; name: string }) => string {
  const nameLabel = useNameLabel()
  return ({ kind, name }) => {
    const of = NAMEABLE.find((each) => each === kind)
    return of === undefined ? name : nameLabel(of, name)
  }
}

/** The path down to a subject. */
export function usePathLabel(): (path: readonly string[]) => string {
  const nameLabel = useNameLabel()
  return (path) => path.map((name) => nameLabel('account', name)).join(' / ')
}

/** The label of a field. */
export function useFieldLabel(): (field: string) => string {
  const t = useTranslations()
  return (field) => {
    const label = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined
    return label === undefined ? settingLabel(field) : t(label)
  }
}

/** The label of one of Kazoo's settings, which the log names by its path. */
function settingLabel(path: string): string {
  return path.split('.').map(labelOfKey).join(' › ')
}

/** The label of a field's value. */
export function useValueLabel(): (field: string, value: string) => string {
  const [t, instant] = [useTranslations(), useInstant()]
  return (field, value) => labelOfValue(t, instant, field, value)
}

/** The names of parameters in the address of the audit log. */
export function useParamsLabel(): (params: readonly AuditParam[]) => string {
  const [t, format] = [useTranslations(), useFormatter()]
  return (params) => format.list(params.map((param) => t(PARAMS[param])))
}

/** A change in one line. */
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

/**
 * Why an event failed. Only the message key is recorded, so a message with placeholders is shown as
 * "refused".
 */
export function useOutcomeLabel(): (outcome: string) => string {
  const [locale, messages] = [useLocale(), useMessages()]
  const refused = useTranslations('audit.event')('refused')
  const t = createTranslator({
    locale,
    messages,
    onError: () => undefined,
    getMessageFallback: () => refused,
  })
  return (outcome) => (isMessageKey(outcome) ? t(outcome) : outcome)
}

function isMessageKey(text: string): text is MessageKey {
  return /^(?:messages|rules)\.[a-zA-Z.]+$/.test(text)
}
