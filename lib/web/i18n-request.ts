// Sets the language, time zone, time and texts of a request (next-intl's request configuration).
import 'server-only'
import { getRequestConfig } from 'next-intl/server'
import { cookies, headers } from 'next/headers'
import { LANGUAGE_COOKIE, ZONE_COOKIE } from '../views/language.ts'
import { readerZone } from '../views/time-zone.ts'
import { catalogueOf } from '../i18n/catalogue.ts'
import { answerLanguage, readerLocale } from './language.ts'

export default getRequestConfig(async () => {
  const jar = await cookies()
  const accepted = (await headers()).get('accept-language')
  const language = answerLanguage(jar.get(LANGUAGE_COOKIE)?.value, accepted)
  return {
    locale: readerLocale(language, accepted),
    messages: await catalogueOf(language),
    timeZone: readerZone(jar.get(ZONE_COOKIE)?.value),
    now: new Date(),
  }
})
