import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LANGUAGE_NAMES, languageIn, LANGUAGES } from '../../lib/views/language.ts'
import { classNames } from '../ui/class-names.ts'

export type ChooseLanguage = (form: FormData) => Promise<void>

/** Switches the language. A form, so that it works without script. */
export function LanguageSwitch({ action }: { action: ChooseLanguage }): ReactNode {
  const t = useTranslations('shell.language')
  const chosen = languageIn(useLocale())
  return (
    <form
      action={action}
      aria-label={t('label')}
      className="grid grid-cols-2 gap-0.5 rounded-md bg-sunken p-0.5"
    >
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="submit"
          name="language"
          value={language}
          lang={language}
          aria-pressed={chosen === language}
          className={classNames(
            'min-h-7 rounded-sm px-2 text-xs',
            chosen === language
              ? 'bg-raised font-medium text-ink shadow-panel'
              : 'text-ink-soft hover:text-ink',
          )}
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </form>
  )
}
