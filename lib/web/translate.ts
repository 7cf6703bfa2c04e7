// Translates keys into the language of the current request; until here, answers of the domain are keys.
import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { LocalizedMessage } from '../i18n/message-key.ts'

/** `message` in the reader's language, with all its values. */
export async function translate(message: LocalizedMessage): Promise<string> {
  const t = await getTranslations()
  if (typeof message === 'string') return t(message)
  const { key, values, because } = message
  return t(key, because === undefined ? values : { ...values, because: await translate(because) })
}

/** The same for every field. */
export async function translateFields(
  fields: Readonly<Record<string, LocalizedMessage>>,
): Promise<Record<string, string>> {
  const translated = Object.entries(fields).map(
    async ([field, message]) => [field, await translate(message)] as const,
  )
  return Object.fromEntries(await Promise.all(translated))
}
