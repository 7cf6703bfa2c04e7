// The languages that the portal speaks.

/** As in `<html lang>` (RFC 5646); English first, it stands in for whatever we do not speak. */
export const LANGUAGES = ['en', 'de', 'es', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
}

/** The cookie of who chose a language; readable by script, since it is nobody's secret. */
export const LANGUAGE_COOKIE = 'language'
/** The cookie with the reader's time zone (IANA), noted by the browser at its first visit. */
export const ZONE_COOKIE = 'zone'

/** A language that we speak, or null. */
export function languageOf(text: unknown): Language | null {
  return LANGUAGES.find((language) => language === text) ?? null
}
