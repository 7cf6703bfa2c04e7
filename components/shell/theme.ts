import { THEME_COOKIE, themeOf, type Theme } from './theme-choice.ts'

const YEAR_SECONDS = 31_536_000

/** What can be chosen; `word` is its name in the catalogue (`frame.colours`). */
export const THEME_CHOICES = [
  { theme: undefined, word: 'system' },
  { theme: 'light', word: 'light' },
  { theme: 'dark', word: 'dark' },
] as const

/** The theme in force; undefined: as the system has it. */
export function currentTheme(): Theme | undefined {
  return themeOf(document.documentElement.dataset['theme'])
}

/** Tells when it changes. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

/** Changes it here and now, and for the pages to come. */
export function chooseTheme(theme: Theme | undefined): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  const age = theme === undefined ? 0 : YEAR_SECONDS
  document.cookie = `${THEME_COOKIE}=${theme ?? ''}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`
  if (theme === undefined) delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
