import type { Language } from '../views/language.ts'
import type { Catalogue } from './catalogue.ts'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Language
    Messages: Catalogue
  }
}
