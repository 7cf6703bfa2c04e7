// Loads the texts of mails in the recipient's language: no request is there to tell it.
import 'server-only'
import { createTranslator } from 'use-intl/core'
import type { Language } from '../views/language.ts'
import { catalogueOf } from '../i18n/catalogue.ts'

export type MailMessages = Awaited<ReturnType<typeof mailMessages>>

/**
 * `t` translates the keys of `mail.json`; `instant` and `day` format an ISO 8601 instant in UTC, because the
 * recipient's time zone is unknown here.
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
