import { LANGUAGE_COOKIE, languageOf, type Language } from '../../lib/views/language.ts'

type FallbackMessages = { title: string; next: string; again: string; reference: string }

/** The only sentences outside the catalogue: they are wanted when the catalogue could not be had (decision 143). */
const WORDS: Readonly<Record<Language, FallbackMessages>> = {
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

/** What to say when nothing else is left, in the language chosen or else the browser's first. */
export function fallbackMessages(): FallbackMessages & { language: Language } {
  const language = languageChosen() ?? languageOf(globalThis.navigator?.language?.slice(0, 2)) ?? 'en'
  return { language, ...WORDS[language] }
}

function languageChosen(): Language | null {
  if (typeof document === 'undefined') return null
  const [, chosen] = new RegExp(`(?:^|; )${LANGUAGE_COOKIE}=(\\w+)`).exec(document.cookie) ?? []
  return languageOf(chosen)
}
