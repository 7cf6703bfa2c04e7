// Presents an event of the audit log to a page: texts on one line, values as text, secrets only as changed.
import 'server-only'
import type { Issue } from '../../session/proxy-ids.ts'
import type { AuditEventRecord } from '../../store/audit-rows.ts'
import type { AuditSubject } from '../../store/audit-subjects.ts'
import type { AuditValue, AuditValues } from '../../store/audit-schema.ts'
import { FIELD_OBSTACLES, type AuditChange, type AuditLeft, type AuditRow } from '../../views/audit.ts'
import { oneLine } from '../../views/audit-line.ts'
import { NOT_REVERTED } from './record.ts'

/** What a row says besides its event: what happened since, and what the viewer may do. */
export type RowFacts = { gone: boolean; undoable: boolean; member: string | null }

/** The row of an event; its subject is named by a proxy id of this session. */
export function rowOf(event: AuditEventRecord, issue: Issue, facts: RowFacts): AuditRow {
  const { actor, impersonation, subject, at, outcome } = event
  const resource = subject?.resource ?? null
  return {
    event: event.event,
    seq: event.seq,
    at: at.toISOString(),
    stage: event.stage,
    outcome: outcome === null ? null : oneLine(outcome),
    actor: { name: oneLine(actor.name), kind: actor.kind, person: actor.member },
    impersonation: impersonation === null ? null : linesOf(impersonation),
    verb: event.verb,
    subject:
      subject === null
        ? null
        : {
            kind: subject.kind,
            name: oneLine(subject.name),
            about: resource === null ? null : idOf(resource, issue),
            gone: facts.gone,
            member: facts.member,
          },
    path: event.path.map(oneLine),
    // Creations and removals omit empty values.
    changes: changesIn(event).filter(
      ({ field, before, after, secret }) =>
        field !== NOT_REVERTED && (secret || (before ?? '') !== (after ?? '')),
    ),
    reference: event.reference,
    address: event.clientAddress,
    undoable: facts.undoable,
  }
}

/** The fields that a revert left unchanged, each with the reason. */
export function notRevertedBy({ after }: Pick<AuditEventRecord, 'after'>): AuditLeft[] {
  const left = after?.[NOT_REVERTED]
  if (typeof left !== 'object' || left === null) return []
  return Object.entries(left).flatMap(([field, message]) => {
    const why = FIELD_OBSTACLES.find((each) => each === message)
    return why === undefined ? [] : [{ field: oneLine(field), why }]
  })
}

/** The changed fields, with their values before and after. */
export function changesIn({ before, after }: Pick<AuditEventRecord, 'before' | 'after'>): AuditChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return fields.map((field) => {
    const [oldValue, newValue] = [sideOf(before, field), sideOf(after, field)]
    const secret = newValue === 'changed' && (oldValue === 'changed' || oldValue === null)
    return {
      field: oneLine(field),
      before: secret ? null : oldValue,
      after: secret ? null : newValue,
      secret,
    }
  })
}

function sideOf(values: AuditValues | null, field: string): string | null {
  const value = values === null || !Object.hasOwn(values, field) ? undefined : values[field]
  return value === undefined ? null : textOf(value)
}

function textOf(value: AuditValue): string {
  if (typeof value === 'string') return oneLine(value)
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return Array.isArray(value) ? value.map(textOf).join(', ') : oneLine(JSON.stringify(value))
}

function linesOf({ targetName, mode, reason, ticket }: NonNullable<AuditEventRecord['impersonation']>) {
  const line = { targetName: oneLine(targetName), mode, reason: oneLine(reason) }
  return { ...line, ticket: ticket === null ? null : oneLine(ticket) }
}

/** The proxy id of a resource in this session. */
export function idOf(resource: AuditSubject, issue: Issue): string {
  if (resource.kind === 'account') return issue('account', resource.ref)
  if (resource.kind === 'user') return issue('user', resource.ref)
  return resource.kind === 'device' ? issue('device', resource.ref) : issue('vmbox', resource.ref)
}
