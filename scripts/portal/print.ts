// What the operator did stands in the trail of the tenant.
import { randomUUID } from 'node:crypto'
import { appendAuditEvent, type AuditDraft } from '../../lib/store/audit-events.ts'

/** Writes that the operator has done `verb`. @throws Unavailable */
export async function note(
  tenant: string,
  event: Pick<AuditDraft, 'verb' | 'subject' | 'before' | 'after'>,
): Promise<void> {
  await appendAuditEvent(
    {
      ...event,
      tenant,
      actor: { member: null, name: 'the operator', kind: 'operator' },
      path: [],
      reference: randomUUID(),
      clientAddress: null,
      userAgent: null,
    },
    'done',
    'messages.commandLine',
  )
}
