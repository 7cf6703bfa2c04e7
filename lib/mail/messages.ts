// The words of mails in the language of whoever gets one: no request is there to ask which.
import 'server-only'
import { createTranslator } from 'use-intl/core'
import type { Language } from '../views/language.ts'
import { catalogueOf } from '../i18n/catalogue.ts'

export type MailMessages = Awaited<ReturnType<typeof mailMessages>>

/**
 * `t` says the keys of `mail.json`; `instant` and `day` write an ISO 8601 instant, in UTC, for nobody's zone
 * is known here.
 */
export async function mailMessages(language: Language) {
  const messages = await catalogueOf(language)
  const t = createTranslator({ locale: language, messages, namespace: 'mail', timeZone: 'UTC' })
  const formatter = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options })
    return (iso: string) => format.format(new Date(iso))
  }
  return {
    t,
    instant: formatter({
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
    }),
    day: formatter({ day: 'numeric', month: 'long', year: 'numeric' }),
  }
}
