// Records the operator's actions in the tenant's audit log.
import { randomUUID } from 'node:crypto'
import { appendAuditEvent, type AuditDraft } from '../../lib/store/audit-events.ts'

/** Records that the operator has done `verb`. @throws Unavailable */
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
