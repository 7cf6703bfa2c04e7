// The rules of the audit log's forms.
import * as z from 'zod'
import { identifier, needed, newSecret, refused, text } from './form-text.ts'

export type RetentionField = 'days'
export type RevertFormField = 'event' | 'fields'
export type ForwardingField = 'kind' | 'address' | 'secret'

export const SINK_KINDS = ['webhook', 'syslog'] as const

/** The retention of the audit log, in days; empty: for ever. */
export const retentionRules = z.object({
  days: text
    .pipe(z.string().regex(/^\d{0,5}$/, refused('rules.audit.days')))
    .transform((typed) => (typed === '' ? null : Number(typed)))
    .pipe(
      z.number().min(90, refused('rules.audit.days')).max(36_500, refused('rules.audit.days')).nullable(),
    ),
})

/** The receiver of the forwarded audit log. */
export const forwardingRules = z.object({
  kind: z.enum(SINK_KINDS, refused('rules.audit.kind')),
  address: needed('rules.audit.addressMissing', 2_000, 'rules.audit.address', identifier).pipe(
    z.string().regex(/^(?:https?|tls|tcp):\/\/[^\s\\@]+$/i, refused('rules.audit.address')),
  ),
  secret: newSecret.pipe(z.string().regex(/^(?:.{16,200})?$/su, refused('rules.audit.secret'))),
})
