import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Setting } from '../../lib/views/schema-form.ts'

/** What a setting does, its format, and its default. */
export function SettingHint({ setting }: { setting: Setting }): ReactNode {
  const t = useTranslations('schema')
  const { kind, about, english, preset, choices, entries, least, most, set, undescribed } = setting
  const typed = kind === 'text' || kind === 'number' || kind === 'list' || kind === 'map' || kind === 'json'
  const parts = [
    undescribed && t('undescribed'),
    kind === 'secret' && t(set ? 'secretHeld' : 'secretUnset'),
    kind === 'number' && least !== null && most !== null && t('between', { least, most }),
    kind === 'number' && least !== null && most === null && t('atLeast', { least }),
    kind === 'number' && least === null && most !== null && t('atMost', { most }),
    typed && preset !== '' && t('preset', { preset }),
  ].filter((part) => part !== false)
  const values = choices.map(({ value }) => value).join(', ')
  const names = entries.map(({ value }) => value).join(', ')
  return (
    <>
      {about !== '' && <span lang={english ? 'en' : undefined}>{about}</span>}
      {parts.length > 0 && <span className="block">{parts.join(' ')}</span>}
      {(kind === 'list' || kind === 'map') && (
        // With script there is an editor.
        <span className="hidden noscript:block">
          {t(kind)} {names !== '' && t('names', { names })}{' '}
          {values !== '' && t('choices', { choices: values })}
        </span>
      )}
    </>
  )
}
