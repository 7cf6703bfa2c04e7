// Decides which settings are hidden and locked while impersonating (docs/security.md row 25): by the list of
// protected fields and by the formats in Kazoo's schema.
import 'server-only'
import { Rejected } from '../../errors.ts'
import { isProtected, protectedFaults } from '../../kazoo/protected-paths.ts'
import type { LocalizedMessage } from '../../i18n/message-key.ts'
import { bodyOf, type Changed } from './change.ts'
import type { Drawn, Fields } from './draw.ts'
import type { Noun } from './nouns.ts'
import { plainOf } from './plain.ts'

/** Whether a setting is locked: it is protected itself, or contains a protected one. */
export function isLocked(noun: Noun, { path, kind, schema, now }: Drawn): boolean {
  if (kind === 'secret' || schema.url || schema.email) return true
  if (kind !== 'truth' && isProtected(noun, path)) return true
  const value = now === undefined ? null : plainOf(now)
  return typeof value === 'object' && value !== null && hasFaults(noun, path, value)
}

/**
 * Refuses changes of protected settings.
 * @throws Rejected at the field of every such change
 */
export function refuseProtected(noun: Noun, changes: readonly Changed[], fields: Fields): void {
  const faults: Record<string, LocalizedMessage> = {}
  for (const change of changes) {
    const schema = fields.get(change.name)?.schema
    const byFormat = schema !== undefined && (schema.url || schema.email)
    if (byFormat || Object.keys(protectedFaults(noun, bodyOf([change]))).length > 0)
      faults[change.name] = 'messages.impersonation.field'
  }
  if (Object.keys(faults).length > 0) throw new Rejected(faults)
}

function hasFaults(noun: Noun, path: readonly string[], value: object): boolean {
  const document = path.toReversed().reduce<object>((inner, key) => ({ [key]: inner }), value)
  return Object.keys(protectedFaults(noun, document)).length > 0
}
