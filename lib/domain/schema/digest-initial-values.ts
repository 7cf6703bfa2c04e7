// Shortens the initial values of a form with many fields so that they fit into one field (of 10,000
// characters).
import 'server-only'
import { createHash } from 'node:crypto'

type Texts = Readonly<Record<string, string>>

/** Omits empty values, and replaces names and longer texts by a digest: room for 340 fields that are set. */
export function shortenInitialValues(texts: Texts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) =>
      text === '' ? [] : [[digestOfName(name), shortOf(text)]],
    ),
  )
}

/**
 * The initial values of a form, in full where they still equal `now`; any other differs from every typed
 * value.
 */
export function restoreInitialValues(initialValues: Texts, now: Texts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(now).map(([name, text]) => {
      const key = digestOfName(name)
      const initialValue = Object.hasOwn(initialValues, key) ? (initialValues[key] ?? '') : ''
      return [name, initialValue === shortOf(text) ? text : initialValue]
    }),
  )
}

/** The short form of a text; a text that is already short stays as it is. */
function shortOf(text: string): string {
  return text.length <= 12 ? text : `#${digest(text).slice(0, 11)}`
}

function digestOfName(name: string): string {
  return digest(name).slice(0, 8)
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
