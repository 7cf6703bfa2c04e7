// In which language, zone and words a request is answered (next-intl's request configuration).
import 'server-only'
import Negotiator from 'negotiator'
import { getRequestConfig } from 'next-intl/server'
import { cookies, headers } from 'next/headers'
import { LANGUAGE_COOKIE, LANGUAGES, languageOf, ZONE_COOKIE, type Language } from '../views/language.ts'
import { catalogueOf } from '../words/catalogue.ts'

const ZONES = new Set(Intl.supportedValuesOf('timeZone'))

export default getRequestConfig(async () => {
  const locale = await requestLanguage()
  const zone = (await cookies()).get(ZONE_COOKIE)?.value ?? ''
  return { locale, messages: await catalogueOf(locale), timeZone: ZONES.has(zone) ? zone : 'UTC' }
})

/** The language somebody chose, else the one of ours that their browser likes best (RFC 9110 12.5.4), else English. */
async function requestLanguage(): Promise<Language> {
  const chosen = languageOf((await cookies()).get(LANGUAGE_COOKIE)?.value)
  if (chosen !== null) return chosen
  const accept = (await headers()).get('accept-language') ?? ''
  const liked = new Negotiator({ headers: { 'accept-language': accept } }).language([...LANGUAGES])
  return languageOf(liked) ?? 'en'
}
