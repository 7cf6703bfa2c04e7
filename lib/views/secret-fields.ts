// Lists the form fields that hold secrets: their text is sent to the server, and nowhere else.
import { isSecretName } from './setting-names.ts'

const SECRET: ReadonlySet<string> = new Set([
  'password',
  'newPassword',
  'code',
  'response',
  'sipPassword',
  'pin',
  'hotdeskPin',
  'token',
  'key',
  'clientSecret',
])

/** The typed text that may be shown again: everything but secrets. */
export function typedOf(typed: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).filter(([name]) => !SECRET.has(name) && !isSecretName(name)),
  )
}
