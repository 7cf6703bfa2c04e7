import { LANGUAGE_COOKIE, languageOf, type Language } from '../../lib/views/language.ts'

type FallbackMessages = { title: string; next: string; again: string; reference: string }

/** The only messages outside the catalogue, for when the catalogue cannot be loaded (decision 143). */
const MESSAGES: Readonly<Record<Language, FallbackMessages>> = {
  en: {
    title: 'Something went wrong',
    next: 'Try again in a minute.',
    again: 'Try again',
    reference: 'Reference',
  },
  de: {
    title: 'Etwas ist schiefgegangen',
    next: 'Versuchen Sie es in einer Minute erneut.',
    again: 'Erneut versuchen',
    reference: 'Referenz',
  },
  es: {
    title: 'Se produjo un error',
    next: 'Inténtelo de nuevo en un minuto.',
    again: 'Reintentar',
    reference: 'Referencia',
  },
  fr: {
    title: 'Une erreur s’est produite',
    next: 'Réessayez dans une minute.',
    again: 'Réessayer',
    reference: 'Référence',
  },
}

/** The fallback messages in the chosen language, or in the browser's first. */
export function fallbackMessages(): FallbackMessages & { language: Language } {
  const language = languageChosen() ?? languageOf(globalThis.navigator?.language?.slice(0, 2)) ?? 'en'
  return { language, ...MESSAGES[language] }
}

function languageChosen(): Language | null {
  if (typeof document === 'undefined') return null
  const [, chosen] = new RegExp(`(?:^|; )${LANGUAGE_COOKIE}=(\\w+)`).exec(document.cookie) ?? []
  return languageOf(chosen)
}
