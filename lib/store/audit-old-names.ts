// Translates names in audit events that an older portal wrote. The hash of a row covers its values, so they
// stay as they are in the table and are read by their current names.
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

/**
 * SQL for the current name of the verb of the row `opening`. Some changes were recorded under a verb that
 * they shared with another change, often of another noun: the subject or the fields tell them apart.
 */
export function currentVerbSql(): RawBuilder<string> {
  return sql<string>`case
    when opening.verb = 'act.begin' then 'impersonation.start'
    when opening.subject_kind = 'tenant' and opening.verb in ('act.end', 'impersonation.end') then 'impersonation.policy'
    when starts_with(opening.verb, 'act.') then 'impersonation.' || substr(opening.verb, 5)
    when starts_with(opening.verb, 'own.') then 'selfService.' || substr(opening.verb, 5)
    when opening.subject_kind = 'vmbox' and opening.verb in ('user.edit', 'user.remove') then replace(opening.verb, 'user.', 'vmbox.')
    when opening.subject_kind = 'user' and opening.verb in ('account.create', 'account.admin') then 'user.create'
    when opening.verb = 'user.password' and opening.after ? 'recovery' then 'user.recovery'
    when opening.verb in ('domain.add', 'domain.remove') and coalesce(opening.after, opening.before) ? 'domains' then replace(opening.verb, 'domain.', 'mailDomain.')
    when opening.verb = 'member.suspend' and opening.after ->> 'status' = 'active' then 'member.resume'
    when opening.verb = 'connection.remove' and opening.after ? 'credentials' then 'connection.disconnect'
    when opening.verb = 'connection.remove' and opening.after -> 'removalAt' = 'null' then 'connection.keep'
    else opening.verb end`
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
