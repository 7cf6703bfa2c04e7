// Where a key becomes a sentence, in the language of the request under way; what the domain answers stays a key until here.
import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { Said } from '../words/said.ts'

/** `said` in the reader's language, with everything filled in. */
export async function tell(said: Said): Promise<string> {
  const t = await getTranslations()
  if (typeof said === 'string') return t(said)
  const { sentence, values, because } = said
  return t(sentence, because === undefined ? values : { ...values, because: await tell(because) })
}

/** The same of every field. */
export async function tellEach(fields: Readonly<Record<string, Said>>): Promise<Record<string, string>> {
  const told = Object.entries(fields).map(async ([field, said]) => [field, await tell(said)] as const)
  return Object.fromEntries(await Promise.all(told))
}
