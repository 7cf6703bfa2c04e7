// Reads the messages of a language from their files, for checks of all messages.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Language } from '../../lib/views/language.ts'

export type Branch = { readonly [key: string]: string | Branch }
const branch: z.ZodType<Branch> = z.lazy(() => z.record(z.string(), z.union([z.string(), branch])))

/** The messages of the checkout at `root` in one language, by namespace. */
export function messagesIn(root: string, language: Language): Branch {
  const folder = join(root, 'lib/i18n', language)
  const namespaces = readdirSync(folder).map((file) => [
    file.replace(/\.json$/, ''),
    branch.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
  ])
  return branch.parse(Object.fromEntries(namespaces))
}

/** Every message of a branch with its full key. */
export function entriesOf(below: Branch, above = ''): [key: string, message: string][] {
  return Object.entries(below).flatMap(([key, part]): [string, string][] =>
    typeof part === 'string' ? [[above + key, part]] : entriesOf(part, `${above}${key}.`),
  )
}
