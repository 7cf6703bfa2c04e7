// What forms are made of: everything is text, and every rule that refuses has its sentence in the catalogue.
import * as z from 'zod'
import type { Sentence } from '../words/said.ts'

/** Why a field is refused: a key of the catalogue that browser and server both know. */
export type Rule = Extract<Sentence, `rules.${string}`>

/** A rule by its key, checked by the compiler: zod itself would take any text for a message. */
export const refused = (rule: Rule): Rule => rule

/** Text without the spaces around it; absent is empty. */
export const text = z.string().trim().prefault('')
/** A checkbox: `on` or empty. */
export const checkbox = z.enum(['on', '']).catch('').prefault('')

/** Text that has to be there, of at most `longest` characters. */
export const needed = (missing: Rule, longest: number, tooLong: Rule) =>
  text.pipe(z.string().min(1, missing).max(longest, tooLong))

/** A secret as it was typed; never trimmed. `lib/web/` seals it as soon as it is read. */
export const secret = z.string().prefault('')
