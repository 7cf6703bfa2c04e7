export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** The cookie that stores the theme; without it the system's theme applies. */
export const THEME_COOKIE = 'theme'

/** The theme in the cookie, for `<html data-theme>`; undefined: the system's. */
export function themeOf(cookie: string | undefined): Theme | undefined {
  return THEMES.find((theme) => theme === cookie)
}
