// Describes values that a form cannot show, without secrets and Kazoo's ids.
import 'server-only'
import { unsupported } from '../views/unsupported.ts'
import { containsKazooId } from './ids.ts'
import { isSecretKey } from './key-names.ts'

/** What ends a line or changes how the text around it reads; JSON leaves it as it is. */
const UNREADABLE = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffc]/g
/** Longer values are described by their beginning. */
const LONGEST = 200

/** The text of a field that stores `value`, which its control cannot show (lib/views/unsupported.ts). */
export function unsupportedText(value: unknown): string {
  const json = JSON.stringify(value)
  if (containsKazooId(json) || hasSecretKey(value)) return unsupported('')
  const text = json.replaceAll(UNREADABLE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return unsupported(text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text)
}

function hasSecretKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => isSecretKey(key) || hasSecretKey(inner))
}
