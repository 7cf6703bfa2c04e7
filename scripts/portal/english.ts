// What the portal tells its readers in their language, in English for whoever types at a terminal.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'use-intl/core'
import { z } from 'zod'
import type { Catalogue } from '../../lib/words/catalogue.ts'
import type { Said } from '../../lib/words/said.ts'
import { ROOT } from '../services/places.ts'

type Told = Pick<Catalogue, 'rules' | 'said'>

// Read as files: plain Node would want an attribute at the import that the compiler refuses (docs/decisions/010).
const messages = z
  .custom<Told>()
  .parse(
    Object.fromEntries(
      ['rules', 'said'].map((name) => [
        name,
        JSON.parse(readFileSync(join(ROOT, 'lib/words/en', `${name}.json`), 'utf8')) as unknown,
      ]),
    ),
  )
const t = createTranslator({ locale: 'en', timeZone: 'UTC', messages })

/** `said` in English, with everything filled in. */
export function inEnglish(said: Said): string {
  if (typeof said === 'string') return t(said)
  const { sentence, values, because } = said
  return t(sentence, because === undefined ? values : { ...values, because: inEnglish(because) })
}
