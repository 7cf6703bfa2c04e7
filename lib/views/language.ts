// The languages of the portal.

/** As in `<html lang>` (RFC 5646); English first, as the fallback. */
export const LANGUAGES = ['en', 'de', 'es', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

/** A language, or a reader's own variety of it (BCP 47): dates and figures differ between en-GB and en-US. */
export type ReaderLocale = Language | `${Language}-${string}`

/** The name of each language in itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
}

/** The cookie with a chosen language; readable by script, because it is no secret. */
export const LANGUAGE_COOKIE = 'language'
/** The cookie with the reader's time zone (IANA), set by the browser at its first visit. */
export const ZONE_COOKIE = 'zone'

/** The language of a locale. */
export function languageIn(locale: ReaderLocale): Language {
  return languageOf(locale.slice(0, 2)) ?? 'en'
}

/** A supported language, or null. */
export function languageOf(text: unknown): Language | null {
  return LANGUAGES.find((language) => language === text) ?? null
}
