// What the portal says, by language: pages, mails and the command line read the same catalogue.
import type { Language } from '../views/language.ts'
import type { en } from './en.ts'

/** Every language has every key of English (catalogue.test.ts). */
export type Catalogue = typeof en

/** The words of one language; loaded when somebody first asks for it. */
export async function catalogueOf(language: Language): Promise<Catalogue> {
  switch (language) {
    case 'en':
      return (await import('./en.ts')).en
    case 'de':
      return (await import('./de.ts')).de
    case 'es':
      return (await import('./es.ts')).es
    case 'fr':
      return (await import('./fr.ts')).fr
  }
}
