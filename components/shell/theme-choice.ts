export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** The cookie in which the choice is kept; not there: as the system has it. */
export const THEME_COOKIE = 'theme'

/** What the cookie says, for `<html data-theme>`; undefined leaves it to the system. */
export function themeOf(cookie: string | undefined): Theme | undefined {
  return THEMES.find((theme) => theme === cookie)
}
