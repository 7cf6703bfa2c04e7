// A process that appends events to the audit log of the given tenant, as fast as it can.
import { appendAuditEvent, appendAuditOutcome } from '../../lib/store/audit-events.ts'
import { closeDatabase } from '../../lib/store/database.ts'

const [tenant = '', count = '0'] = process.argv.slice(2)

async function append(number: number): Promise<void> {
  const key = await appendAuditEvent({
    tenant,
    actor: { member: null, name: `Process ${process.pid}` },
    verb: 'device.edit',
    subject: { kind: 'device', name: `Desk ${number}`, resource: null },
    path: ['Acme'],
    before: { name: 'Desk' },
    after: { name: `Desk ${number}` },
    reference: 'reference',
    clientAddress: null,
    userAgent: null,
  })
  await appendAuditOutcome(key, { stage: 'done', outcome: null })
}

const began = performance.now()
await Promise.all(Array.from({ length: Number(count) }, (_each, number) => append(number)))
console.log(`${count} events in ${Math.round(performance.now() - began)} ms`)
await closeDatabase()
