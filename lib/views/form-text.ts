// Builds the fields of forms: every value is text, and every rule has a message in the catalogue.
import * as z from 'zod'
import {
  addressesIn,
  KINDS,
  namesOf,
  record,
  type Field,
  type FieldList,
  type Kind,
  type NamesOf,
  type Rule,
} from './field-list.ts'
import { bareMac } from './mac-address.ts'
import { readNumber } from './phone-number.ts'
import { isIdentifier, isLine, isText, toLine, toPlainSigns, withPlainLineEnds } from './text-rules.ts'

/** A rule by its key, checked by the compiler: zod itself would accept any text as a message. */
export const refused = (rule: Rule): Rule => rule

const characters = refused('rules.characters')

/**
 * One line without surrounding blanks; absent is empty. Control characters are refused (docs/security.md row
 * 22).
 */
export const text = z
  .string()
  // Copying leaves spaces, tabs and line ends around a text; no other control character is removed silently.
  .refine((typed) => isText(typed.replaceAll('\r', '\n')) && isLine(typed.trim()), characters)
  .trim()
  .prefault('')

/**
 * Text of several lines, which end in `
 * `.
 */
export const lines = z
  .string()
  .transform(withPlainLineEnds)
  .refine(isText, characters)
  .transform((typed) => typed.trim())
  .prefault('')

/**
 * Text that is compared letter by letter: a username, an address, a realm. It has no invisible characters.
 */
export const identifier = text.refine(isIdentifier, characters)

/**
 * A search text of at most `longest` characters: forbidden characters are removed, because refusing a search
 * would help no one.
 */
export const sought = (longest: number) => z.string().max(longest).transform(toLine)

/** A checkbox: `on` or empty. */
export const checkbox = z.enum(['on', '']).catch('').prefault('')

/** A required text of at most `longest` characters. */
export const needed = (missing: Rule, longest: number, tooLong: Rule, kind = text) =>
  kind.pipe(z.string().min(1, missing).max(longest, tooLong))

/**
 * A number or an address that `read` keeps without its writing. Invisible characters, which pasting brings,
 * are writing too; control characters are refused as in any text.
 */
const pasted = (read: (typed: string) => string) =>
  z
    .string()
    .refine((typed) => isText(toPlainSigns(typed).replaceAll('\r', '\n')), characters)
    .transform((typed) => read(typed).trim())
    .refine(isLine, characters)
    .prefault('')

/** A secret to verify, as typed; neither trimmed nor validated. `lib/web/` seals it as soon as it is read. */
export const secret = z.string().prefault('')

/** A secret to set, as typed. */
export const newSecret = secret.refine(isLine, characters)

/** A value that a page wrote into its own form and reads itself, such as JSON; it is never used unparsed. */
export const echoed = z.string().prefault('')

type FieldRules = Pick<Field, 'kind' | 'normalize' | 'checks'> & { readonly required?: Rule | undefined }

/** The schema of each kind of field, before the rules of its list; other kinds are a line of text. */
const SCHEMAS: Partial<Record<Field['kind'], z.ZodType<string>>> = {
  email: identifier,
  identifier,
  mac: pasted(bareMac),
  number: pasted(readNumber),
  switch: checkbox,
  checkbox,
  secret: newSecret,
  addresses: lines.transform((typed) => addressesIn(typed).join(', ')),
}

/** The schema of a field of a list; without `required` it may be empty. */
export function rulesOf({ kind, required, normalize, checks = [] }: FieldRules): z.ZodType<string> {
  let rules = SCHEMAS[kind] ?? text
  if (normalize !== undefined) rules = rules.transform(normalize)
  if (required !== undefined) rules = rules.refine((typed) => typed !== '', required)
  for (const { holds, otherwise } of checks) rules = rules.refine(holds, otherwise)
  return rules
}

/** The schema of each field of a list. */
export function rulesOfEach<Fields extends FieldList>(
  fields: Fields,
): Record<NamesOf<Fields, Kind>, z.ZodType<string>> {
  const rules = new Map(Object.entries(fields).map(([name, field]) => [name, rulesOf(field)]))
  return record(namesOf(fields, KINDS), (name) => rules.get(name) ?? text)
}
