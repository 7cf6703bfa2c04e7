// Describes values that a form cannot show, without secrets and Kazoo's ids.
import 'server-only'
import { unsupported } from '../views/unsupported.ts'
import { isSecretKey } from './key-names.ts'
import { containsKazooId } from './settings.ts'

/** Longer values are described by their beginning. */
const LONGEST = 200

/** The text of a field that stores `value`, which its control cannot show (lib/views/unsupported.ts). */
export function unsupportedText(value: unknown): string {
  const json = JSON.stringify(value)
  if (containsKazooId(json) || hasSecretKey(value)) return unsupported('')
  return unsupported(json.length > LONGEST ? `${json.slice(0, LONGEST)}…` : json)
}

function hasSecretKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => isSecretKey(key) || hasSecretKey(inner))
}
