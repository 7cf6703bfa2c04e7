// Decides in which language, and in which variety of it, a request is answered.
import 'server-only'
import Negotiator from 'negotiator'
import { LANGUAGES, languageOf, type Language, type ReaderLocale } from '../views/language.ts'

const REGIONAL = /^([a-z]{2})-([A-Z]{2})$/

/**
 * The chosen language, otherwise the one of ours that the browser prefers (RFC 9110 12.5.4), otherwise
 * English.
 */
export function answerLanguage(chosen: string | undefined, acceptLanguage: string | null): Language {
  const negotiator = new Negotiator({ headers: { 'accept-language': acceptLanguage ?? '' } })
  return languageOf(chosen) ?? languageOf(negotiator.language([...LANGUAGES])) ?? 'en'
}

/**
 * The variety of `language` that the browser prefers, such as en-GB; the language itself where it names none.
 */
export function readerLocale(language: Language, acceptLanguage: string | null): ReaderLocale {
  const negotiator = new Negotiator({ headers: { 'accept-language': acceptLanguage ?? '' } })
  const region = negotiator
    .languages()
    .map((tag) => REGIONAL.exec(tag))
    .find((tag) => tag?.[1] === language)?.[2]
  return region === undefined ? language : `${language}-${region}`
}
