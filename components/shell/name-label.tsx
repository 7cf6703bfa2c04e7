import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { isBlank } from '../../lib/views/text-rules.ts'

/** What can be without a name: Kazoo serves what it has stored, and does not ask again. */
export type Nameable = 'account' | 'device' | 'user' | 'vmbox'
type Props = { of: Nameable; name: string }

/** A name for use in a sentence, a title or a choice; where there is none, words that say so. */
export function useNameLabel(): (of: Nameable, name: string) => string {
  const t = useTranslations('shell.unnamed')
  return (of, name) => (isBlank(name) ? t(of) : name)
}

/** A name; where there is none, words that say so, set apart. */
export function NameLabel({ of, name }: Props): ReactNode {
  const nameLabel = useNameLabel()
  return isBlank(name) ? <i className="text-ink-soft">{nameLabel(of, name)}</i> : name
}
