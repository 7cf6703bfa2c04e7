// Which fields of forms hold secrets: what is typed into them goes to the server, and nowhere else.
import { isSecretName } from './schema-form.ts'

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

/** What may be shown again of what was typed: everything but secrets. */
export function typedOf(typed: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).filter(([name]) => !SECRET.has(name) && !isSecretName(name)),
  )
}
