// Sets retention and forwarding of a tenant's audit log: an owner decides, after a step-up.
import 'server-only'
import { Rejected } from '../../errors.ts'
import { syslogOrigin, webhookTarget } from '../../kazoo/log-origin.ts'
import { RefusedOrigin } from '../../kazoo/origin.ts'
import type { Sealed } from '../../sealed.ts'
import { throttle } from '../../session/throttle.ts'
import type { Viewer } from '../../session/viewer.ts'
import { findSink, removeSink, setSink, type SinkTarget } from '../../store/audit-sinks.ts'
import { retentionDaysOf, setRetentionDays } from '../../store/audit-settings.ts'
import type { AuditDraftValues } from '../../store/audit-events.ts'
import { oneLine } from '../../views/audit-line.ts'
import type { AuditForwarding, AuditSettings, ForwardingKind } from '../../views/audit.ts'
import { recorded } from './record.ts'
import { requireFresh } from '../member/require-step-up.ts'
import { permit } from '../permission.ts'
import { NotDelivered } from './not-delivered.ts'
import { sendTo } from './forward.ts'

/** An owner's settings for forwarding; an empty webhook secret keeps the stored one. */
export type ForwardingDraft = {
  kind: ForwardingKind
  address: string
  secret: Sealed<'webhook secret'> | null
}

/**
 * The settings, and the state of forwarding.
 * @throws Forbidden, Unavailable
 */
export async function findAuditSettings(viewer: Viewer): Promise<AuditSettings> {
  permit(viewer, 'audit.settings')
  const { tenant } = viewer.session.record
  const [retentionDays, forwarding] = await Promise.all([retentionDaysOf(tenant), findSink(tenant)])
  if (forwarding === null) return { retentionDays, forwarding: null }
  const { target, waiting, sentAt, failedAt, error } = forwarding
  const failure =
    error === null ? null : error === 'refused' ? 'messages.audit.refused' : 'messages.audit.address'
  const shownForwarding: AuditForwarding = {
    kind: target.kind,
    address: oneLine(target.address),
    waiting,
    sentAt: sentAt?.toISOString() ?? null,
    failedAt: failedAt?.toISOString() ?? null,
    failure,
  }
  return { retentionDays, forwarding: shownForwarding }
}

/**
 * Sets retention to `days`, at least 90; null: for ever.
 * @throws StepUpNeeded, Forbidden, Unavailable
 */
export async function setRetention(viewer: Viewer, days: number | null): Promise<void> {
  permit(viewer, 'audit.settings')
  requireFresh(viewer)
  const { tenant } = viewer.session.record
  const before = { retentionDays: await retentionDaysOf(tenant) }
  await recorded(viewer, 'audit.settings', about(viewer, before, { retentionDays: days }), () =>
    setRetentionDays(tenant, days),
  )
}

/**
 * Forwards the audit log to this receiver from now on.
 * @throws Rejected at `address` or `secret`; StepUpNeeded, Forbidden, Unavailable
 */
export async function setForwarding(viewer: Viewer, draft: ForwardingDraft): Promise<void> {
  permit(viewer, 'audit.settings')
  requireFresh(viewer)
  const { tenant } = viewer.session.record
  const stored = (await findSink(tenant))?.target ?? null
  const target = targetOf(draft, stored)
  const after = { forwarding: target.address, ...(target.kind === 'webhook' && { secret: target.secret }) }
  const before = stored === null ? null : { forwarding: stored.address }
  await recorded(viewer, 'audit.settings', about(viewer, before, after), () =>
    setSink(tenant, target, new Date()),
  )
}

/**
 * Stops forwarding.
 * @throws StepUpNeeded, Forbidden, Unavailable
 */
export async function stopForwarding(viewer: Viewer): Promise<void> {
  permit(viewer, 'audit.settings')
  requireFresh(viewer)
  const { tenant } = viewer.session.record
  const stored = (await findSink(tenant))?.target ?? null
  if (stored === null) return
  const change = about(viewer, { forwarding: stored.address }, { forwarding: '' })
  await recorded(viewer, 'audit.settings', change, () => removeSink(tenant))
}

/**
 * Sends one test row at once.
 * @throws Rejected when it was not accepted; StepUpNeeded, Forbidden, Unavailable
 */
export async function testForwarding(viewer: Viewer): Promise<void> {
  permit(viewer, 'audit.settings')
  requireFresh(viewer)
  const { record } = viewer.session
  const stored = (await findSink(record.tenant))?.target ?? null
  if (stored === null) throw new Rejected({}, 'messages.audit.address')
  await throttle('auditTest')
  try {
    await sendTo(stored, [testLine(viewer)], new Date())
  } catch (error) {
    if (!(error instanceof NotDelivered)) throw error
    throw new Rejected({}, error.why === 'refused' ? 'messages.audit.refused' : 'messages.audit.address')
  }
}

/** Row 0, which is in no audit log. */
function testLine({ session: { record }, request: { reference } }: Viewer) {
  return {
    row: 0,
    hash: '',
    at: new Date().toISOString(),
    event: record.lineage,
    stage: 'done' as const,
    who: { kind: 'member' as const, name: oneLine(record.name) },
    impersonation: null,
    verb: 'audit.test',
    subject: null,
    path: [],
    before: null,
    after: null,
    why: null,
    reference,
    address: null,
    browser: null,
    undoes: null,
  }
}

function targetOf({ kind, address, secret }: ForwardingDraft, stored: SinkTarget | null): SinkTarget {
  try {
    if (kind === 'syslog') {
      syslogOrigin(address)
      return { kind, address }
    }
    webhookTarget(address)
  } catch (error) {
    if (error instanceof RefusedOrigin) throw new Rejected({ address: 'messages.audit.address' })
    throw error
  }
  // A stored secret is only sent to the address it was entered for.
  const storedSecret = stored?.kind === 'webhook' && stored.address === address ? stored.secret : null
  const used = secret ?? storedSecret
  if (used === null) throw new Rejected({ secret: 'rules.audit.secret' })
  return { kind, address, secret: used }
}

function about({ session }: Viewer, before: AuditDraftValues | null, after: AuditDraftValues) {
  return {
    subject: { kind: 'tenant', name: session.record.tenantName, resource: null },
    path: [],
    before,
    after,
  }
}
