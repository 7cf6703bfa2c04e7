// Decides in which language a request is answered.
import 'server-only'
import Negotiator from 'negotiator'
import { LANGUAGES, languageOf, type Language } from '../views/language.ts'

/**
 * The chosen language, otherwise the one of ours that the browser prefers (RFC 9110 12.5.4), otherwise
 * English.
 */
export function answerLanguage(chosen: string | undefined, acceptLanguage: string | null): Language {
  const negotiator = new Negotiator({ headers: { 'accept-language': acceptLanguage ?? '' } })
  return languageOf(chosen) ?? languageOf(negotiator.language([...LANGUAGES])) ?? 'en'
}
