import { THEME_COOKIE, themeOf, type Theme } from './theme-choice.ts'

const YEAR_SECONDS = 31_536_000

/** The themes to choose from; `name` is the message key below `shell.colours`. */
export const THEME_CHOICES = [
  { theme: undefined, name: 'system' },
  { theme: 'light', name: 'light' },
  { theme: 'dark', name: 'dark' },
] as const

/** The current theme; undefined: the system's. */
export function currentTheme(): Theme | undefined {
  return themeOf(document.documentElement.dataset['theme'])
}

/** Calls `changed` when the theme changes. Returns the function that stops it. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

/** Sets the theme of this page and of later ones. */
export function chooseTheme(theme: Theme | undefined): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  const age = theme === undefined ? 0 : YEAR_SECONDS
  document.cookie = `${THEME_COOKIE}=${theme ?? ''}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`
  if (theme === undefined) delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
