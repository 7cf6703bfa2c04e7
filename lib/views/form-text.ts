// What forms are made of: everything is text, and every rule that refuses has its sentence in the catalogue.
import * as z from 'zod'
import type { MessageKey } from '../i18n/message-key.ts'
import { isIdentifier, isLine, isText, toLine, withPlainLineEnds } from './text-rules.ts'

/** Why a field is refused: a key of the catalogue that browser and server both know. */
export type Rule = Extract<MessageKey, `rules.${string}`>

/** A rule by its key, checked by the compiler: zod itself would take any text for a message. */
export const refused = (rule: Rule): Rule => rule

const characters = refused('rules.characters')

/**
 * One line without the spaces around it; absent is empty. Control characters are refused (docs/security.md
 * row 22).
 */
export const text = z
  .string()
  // Spaces, tabs and line ends around it are left by copying; no other control character is cut off unseen.
  .refine((typed) => isText(typed.replaceAll('\r', '\n')) && isLine(typed.trim()), characters)
  .trim()
  .prefault('')

/** Text of several lines, which end in `\n`. */
export const lines = z
  .string()
  .transform(withPlainLineEnds)
  .refine(isText, characters)
  .transform((typed) => typed.trim())
  .prefault('')

/** Text that is compared letter by letter: a user name, an address, a realm. Nothing in it is invisible. */
export const identifier = text.refine(isIdentifier, characters)

/** What is looked for, of at most `longest` characters: cleaned of what no text may hold, for a refusal would help nobody. */
export const sought = (longest: number) => z.string().max(longest).transform(toLine)

/** A checkbox: `on` or empty. */
export const checkbox = z.enum(['on', '']).catch('').prefault('')

/** Text that has to be there, of at most `longest` characters. */
export const needed = (missing: Rule, longest: number, tooLong: Rule, kind = text) =>
  kind.pipe(z.string().min(1, missing).max(longest, tooLong))

/** A secret that is asked for, as it was typed; never trimmed, nor judged. `lib/web/` seals it as soon as it is read. */
export const secret = z.string().prefault('')

/** A secret that is set, as it was typed. */
export const newSecret = secret.refine(isLine, characters)

/** What a page wrote into its own form and reads itself, such as JSON; it goes nowhere as it is. */
export const echoed = z.string().prefault('')
