// Loads the texts of the portal by language: pages and mails use the same catalogue.
import type { Language } from '../views/language.ts'
import type { en } from './en.ts'

/** Every language has every key of English, and no others (catalogue.test.ts). */
export type Catalogue = typeof en

const LOADED: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
  es: async () => (await import('./es.ts')).es,
  fr: async () => (await import('./fr.ts')).fr,
}

/** The texts of one language; loaded when they are first needed. */
export function catalogueOf(language: Language): Promise<Catalogue> {
  return LOADED[language]()
}
