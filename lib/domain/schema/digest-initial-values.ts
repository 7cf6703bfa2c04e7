// What a form of many fields was filled with, small enough to be sent along with it (a field takes 10,000
// characters).
import 'server-only'
import { createHash } from 'node:crypto'

type Texts = Readonly<Record<string, string>>

/**
 * What is empty is left out; names, and texts of more than a few letters, are told by a digest: 340 fields
 * that are set find room.
 */
export function shortened(texts: Texts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) =>
      text === '' ? [] : [[messageKeyOf(name), shortOf(text)]],
    ),
  )
}

/**
 * What the form was filled with, in full where it is still so (`now`); anything else differs from whatever is
 * typed.
 */
export function seen(initialValues: Texts, now: Texts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(now).map(([name, text]) => {
      const key = messageKeyOf(name)
      const told = Object.hasOwn(initialValues, key) ? (initialValues[key] ?? '') : ''
      return [name, told === shortOf(text) ? text : told]
    }),
  )
}

/** As `shortened` tells a text; what was told once stays as it is. */
function shortOf(text: string): string {
  return text.length <= 12 ? text : `#${digest(text).slice(0, 11)}`
}

function messageKeyOf(name: string): string {
  return digest(name).slice(0, 8)
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
