'use client'
import { Monitor, Moon, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore, type ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import { chooseTheme, currentTheme, THEME_CHOICES, watchTheme } from './theme.ts'

const ICONS = { system: Monitor, light: Sun, dark: Moon } as const

/**
 * Light, dark or system theme. The server reads the cookie, so that a page does not change colours while it
 * loads.
 */
export function ThemeSwitch(): ReactNode {
  const t = useTranslations('shell.colours')
  const chosen = useSyncExternalStore(watchTheme, currentTheme, () => undefined)
  return (
    <fieldset aria-label={t('label')} className="js-only flex gap-0.5 rounded-md bg-sunken p-0.5">
      {THEME_CHOICES.map(({ theme, name }) => {
        const Icon = ICONS[name]
        return (
          <button
            key={name}
            type="button"
            title={t(name)}
            aria-label={t(name)}
            aria-pressed={chosen === theme}
            onClick={() => chooseTheme(theme)}
            className={classNames(
              'inline-flex h-7 flex-1 items-center justify-center rounded-sm px-2 [&_svg]:size-4',
              chosen === theme ? 'bg-raised text-ink shadow-panel' : 'text-ink-faint hover:text-ink',
            )}
          >
            <Icon aria-hidden="true" />
          </button>
        )
      })}
    </fieldset>
  )
}
