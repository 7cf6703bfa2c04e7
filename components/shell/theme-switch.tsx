'use client'
import { Monitor, Moon, Sun } from 'lucide-react'
import { useSyncExternalStore, type ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import { THEME_COOKIE, themeOf, type Theme } from '../theme-choice.ts'

const CHOICES = [
  { theme: undefined, label: 'As the system', icon: Monitor },
  { theme: 'light', label: 'Light', icon: Sun },
  { theme: 'dark', label: 'Dark', icon: Moon },
] as const

const YEAR_SECONDS = 31_536_000

/** Light, dark, or as the system has it. The server reads the cookie, so that a page never changes colour while it loads. */
export function ThemeSwitch(): ReactNode {
  const chosen = useSyncExternalStore(watch, current, () => undefined)
  return (
    <fieldset aria-label="Colours" className="scripted flex gap-0.5 rounded-md bg-sunken p-0.5">
      {CHOICES.map(({ theme, label, icon: Icon }) => (
        <button
          key={label}
          type="button"
          title={label}
          aria-label={label}
          aria-pressed={chosen === theme}
          onClick={() => choose(theme)}
          className={classNames(
            'inline-flex h-7 flex-1 items-center justify-center rounded-sm px-2 [&_svg]:size-4',
            chosen === theme ? 'bg-raised text-ink shadow-panel' : 'text-ink-faint hover:text-ink',
          )}
        >
          <Icon aria-hidden="true" />
        </button>
      ))}
    </fieldset>
  )
}

function current(): Theme | undefined {
  return themeOf(document.documentElement.dataset['theme'])
}

function watch(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

function choose(theme: Theme | undefined): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  const age = theme === undefined ? 0 : YEAR_SECONDS
  document.cookie = `${THEME_COOKIE}=${theme ?? ''}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`
  if (theme === undefined) delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
