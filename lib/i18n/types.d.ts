// Declares the languages and keys to next-intl, so that a mistyped key does not compile.
import type { ReaderLocale } from '../views/language.ts'
import type { Catalogue } from './catalogue.ts'

declare module 'next-intl' {
  interface AppConfig {
    Locale: ReaderLocale
    Messages: Catalogue
  }
}
