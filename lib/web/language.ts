// In which language somebody is answered.
import 'server-only'
import Negotiator from 'negotiator'
import { LANGUAGES, languageOf, type Language } from '../views/language.ts'

/**
 * The language that was chosen, else the one of ours that the browser likes best (RFC 9110 12.5.4), else
 * English.
 */
export function answerLanguage(chosen: string | undefined, acceptLanguage: string | null): Language {
  const negotiator = new Negotiator({ headers: { 'accept-language': acceptLanguage ?? '' } })
  return languageOf(chosen) ?? languageOf(negotiator.language([...LANGUAGES])) ?? 'en'
}
