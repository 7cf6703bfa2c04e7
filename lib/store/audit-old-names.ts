// Translates names in audit events that were written before migration 0018. The hash of a row covers its
// values, so they stay as they are in the table and are read by their current names.
import 'server-only'
import { sql, type RawBuilder } from 'kysely'
import type { AuditValues } from './audit-schema.ts'

const FIELDS: Readonly<Record<string, string>> = {
  keepDays: 'retentionDays',
  out: 'forwarding',
  twins: 'darkColours',
}

const PARTS: Readonly<Record<string, string>> = {
  overtaken: 'conflict.',
  acting: 'impersonation.',
  own: 'selfService.',
}

/** SQL for the current name of the verb in `column`. */
export function currentVerbSql(column: RawBuilder<string>): RawBuilder<string> {
  return sql<string>`case
    when ${column} = 'act.begin' then 'impersonation.start'
    when starts_with(${column}, 'act.') then 'impersonation.' || substr(${column}, 5)
    when starts_with(${column}, 'own.') then 'selfService.' || substr(${column}, 5)
    else ${column} end`
}

/** The current name of a stored verb. */
export function currentVerb(verb: string): string {
  if (verb === 'act.begin') return 'impersonation.start'
  return verb.replace(/^act\./, 'impersonation.').replace(/^own\./, 'selfService.')
}

/** The current name of a stored kind of subject. */
export function currentKind(kind: string): string {
  return kind === 'acting' ? 'impersonation' : kind
}

/** The current name of a stored message key. */
export function currentOutcome(outcome: string | null): string | null {
  return (
    outcome?.replace(
      /^said\.(?:(overtaken|acting|own)\.)?/,
      (_, part?: string) => `messages.${PARTS[part ?? ''] ?? ''}`,
    ) ?? null
  )
}

/** Stored values with the current names of their fields. */
export function currentFields(values: AuditValues | null): AuditValues | null {
  if (values === null) return null
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [FIELDS[field] ?? field, value]))
}
