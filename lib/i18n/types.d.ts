// Declares the languages and keys to next-intl, so that a mistyped key does not compile.
import type { Language } from '../views/language.ts'
import type { Catalogue } from './catalogue.ts'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Language
    Messages: Catalogue
  }
}
