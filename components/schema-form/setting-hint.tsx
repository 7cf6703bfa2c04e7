import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Setting } from '../../lib/views/schema-form.ts'

/** Kazoo's description of a setting, its format, and its default. */
export function SettingHint({ setting }: { setting: Setting }): ReactNode {
  const t = useTranslations('schema')
  const { kind, about, preset, choices, least, most, set, undescribed } = setting
  const typed = kind === 'text' || kind === 'number' || kind === 'list' || kind === 'map' || kind === 'json'
  const parts = [
    undescribed && t('undescribed'),
    kind === 'list' && t('list'),
    kind === 'map' && t('map'),
    kind === 'json' && t('json'),
    kind === 'secret' && t(set ? 'secretHeld' : 'secretUnset'),
    kind === 'number' && least !== null && most !== null && t('between', { least, most }),
    kind === 'number' && least !== null && most === null && t('atLeast', { least }),
    kind === 'number' && least === null && most !== null && t('atMost', { most }),
    typed && preset !== '' && t('preset', { preset }),
  ].filter((part) => part !== false)
  return (
    <>
      {about !== '' && <span lang="en">{about}</span>}
      {parts.length > 0 && <span className="block">{parts.join(' ')}</span>}
      {kind === 'list' && choices.length > 0 && (
        // With script each choice is a button below the field.
        <span className="hidden noscript:block">{t('choices', { choices: choices.join(', ') })}</span>
      )}
    </>
  )
}
