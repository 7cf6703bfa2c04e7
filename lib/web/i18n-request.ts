// Sets the language, time zone and texts of a request (next-intl's request configuration).
import 'server-only'
import { getRequestConfig } from 'next-intl/server'
import { cookies, headers } from 'next/headers'
import { LANGUAGE_COOKIE, ZONE_COOKIE } from '../views/language.ts'
import { readerZone } from '../views/time-zone.ts'
import { catalogueOf } from '../i18n/catalogue.ts'
import { answerLanguage } from './language.ts'

export default getRequestConfig(async () => {
  const jar = await cookies()
  const locale = answerLanguage(jar.get(LANGUAGE_COOKIE)?.value, (await headers()).get('accept-language'))
  return { locale, messages: await catalogueOf(locale), timeZone: readerZone(jar.get(ZONE_COOKIE)?.value) }
})
