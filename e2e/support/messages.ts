// The portal's messages in a language, read from the catalogue's own files.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'use-intl/core'
import { z } from 'zod'
import type { Language } from '../../lib/views/language.ts'
import type { Catalogue } from '../../lib/i18n/catalogue.ts'
import { ROOT } from '../../scripts/services/paths.ts'

function catalogueOf(language: Language): Catalogue {
  const folder = join(ROOT, 'lib/i18n', language)
  const namespaces = readdirSync(folder).map((file) => [
    file.replace(/\.json$/, ''),
    JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown,
  ])
  return z.custom<Catalogue>().parse(Object.fromEntries(namespaces))
}

/** Translates a key, as the portal does. */
export function wordsIn(language: Language) {
  return createTranslator({ locale: language, timeZone: 'UTC', messages: catalogueOf(language) })
}

/**
 * Every English message without parameters that no other language shares: none may appear in another
 * language.
 */
export function englishAlone(): string[] {
  const others = new Set((['de', 'es', 'fr'] as const).flatMap((language) => leavesOf(catalogueOf(language))))
  return leavesOf(catalogueOf('en')).filter(
    (sentence) => /\p{L}+ \p{L}+ \p{L}+/u.test(sentence) && !/[{<]/.test(sentence) && !others.has(sentence),
  )
}

const NAMESPACES = readdirSync(join(ROOT, 'lib/i18n/en')).map((file) => file.replace(/\.json$/, ''))

/** Matches a message key that is shown instead of its message, but not a host name. */
export const KEY_PATH = new RegExp(
  String.raw`(?<![\w.@-])(${NAMESPACES.join('|')})\.(?!example|test|com|net|org)[a-zA-Z.]+`,
)

function leavesOf(branch: object): string[] {
  return Object.values(branch).flatMap((part: unknown) => {
    if (typeof part === 'string') return [part]
    return typeof part === 'object' && part !== null ? leavesOf(part) : []
  })
}
