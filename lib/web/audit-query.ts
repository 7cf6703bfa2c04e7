// Parses the query of the audit log in a URL; invalid values match everything.
import 'server-only'
import { z } from 'zod'
import { AUDIT_PARAMS, auditQueryText, OUTCOMES, type AuditParam, type AuditQuery } from '../views/audit.ts'
import { toLine } from '../views/text-rules.ts'

const param = (form: RegExp) => z.string().transform(toLine).pipe(z.string().trim().regex(form)).catch('')
const day = param(/^\d{4}-\d\d-\d\d$/).transform((text) => (Number.isNaN(Date.parse(text)) ? '' : text))

const query = z.object({
  who: param(/^(?:customer|operator|nobody|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/),
  verb: param(/^[a-z]{1,30}(?:\.[a-zA-Z-]{1,30})?$/),
  about: param(/^[a-z]{3}_[\w-]{22}$/),
  outcome: z.enum(OUTCOMES).or(z.literal('')).catch(''),
  from: day,
  to: day,
  q: param(/^.{1,200}$/u),
  ref: param(/^[\w-]{1,64}$/),
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).nullable().catch(null),
})

/** The query in `?who=&verb=&about=&outcome=&from=&to=&q=&ref=&before=`. */
export function auditQuery(params: Readonly<Record<string, unknown>>): AuditQuery {
  const { q, ref, ...rest } = query.parse({ ...params, before: params['before'] ?? null })
  return { ...rest, text: q, reference: ref }
}

/** The parameters that have a value and no meaning, which `auditQuery` leaves out. */
export function ignoredParams(params: Readonly<Record<string, unknown>>): AuditParam[] {
  const understood = new URLSearchParams(auditQueryText(auditQuery(params)))
  return AUDIT_PARAMS.filter((name) => {
    const value = params[name]
    const given = typeof value === 'string' ? value.trim() !== '' : value !== undefined
    return given && !understood.has(name)
  })
}
