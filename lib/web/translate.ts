// Where a key becomes a sentence, in the language of the request under way; what the domain answers stays a
// key until here.
import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { LocalizedMessage } from '../i18n/message-key.ts'

/** `said` in the reader's language, with everything filled in. */
export async function translate(message: LocalizedMessage): Promise<string> {
  const t = await getTranslations()
  if (typeof message === 'string') return t(message)
  const { key, values, because } = message
  return t(key, because === undefined ? values : { ...values, because: await translate(because) })
}

/** The same of every field. */
export async function translateFields(
  fields: Readonly<Record<string, LocalizedMessage>>,
): Promise<Record<string, string>> {
  const translated = Object.entries(fields).map(
    async ([field, message]) => [field, await translate(message)] as const,
  )
  return Object.fromEntries(await Promise.all(translated))
}
