// Translates the portal's messages into English for the terminal.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'use-intl/core'
import { z } from 'zod'
import type { Catalogue } from '../../lib/i18n/catalogue.ts'
import type { LocalizedMessage } from '../../lib/i18n/message-key.ts'
import { ROOT } from '../services/paths.ts'

type ServerMessages = Pick<Catalogue, 'rules' | 'messages'>

// Read as files: plain Node needs an attribute on the import that the compiler refuses (decision 010).
const messages = z
  .custom<ServerMessages>()
  .parse(
    Object.fromEntries(
      ['rules', 'messages'].map((name) => [
        name,
        JSON.parse(readFileSync(join(ROOT, 'lib/i18n/en', `${name}.json`), 'utf8')) as unknown,
      ]),
    ),
  )
const t = createTranslator({ locale: 'en', timeZone: 'UTC', messages })

/** `message` in English, with its placeholders filled. */
export function inEnglish(message: LocalizedMessage): string {
  if (typeof message === 'string') return t(message)
  const { key, values, because } = message
  return t(key, because === undefined ? values : { ...values, because: inEnglish(because) })
}
