// Starts a trial: checks the Kazoo step by step, then creates a tenant with an invited owner, who gets a link
// by mail.
import 'server-only'
import { env } from '../../env.ts'
import { Rejected, Unavailable } from '../../errors.ts'
import { authenticate } from '../../kazoo/auth.ts'
import { crossbarOrigin } from '../../kazoo/origin.ts'
import { preflight, type Finding } from '../../kazoo/preflight.ts'
import { log } from '../../log.ts'
import { currentRequest } from '../../session/request.ts'
import { appendAuditEvent } from '../../store/audit-events.ts'
import { recordCredentialsSuccess } from '../../store/credentials.ts'
import { createTenant, type TenantDraft } from '../../store/tenants.ts'
import type { Language } from '../../views/language.ts'
import type { TrialField } from '../../views/trial.ts'
import { enqueueMail } from '../mail.ts'
import { credentialsIn, originOf, type ConnectionInput } from './trial-input.ts'
import { guardPublicForm } from './guard.ts'
import { notifyDuplicate } from './notify-duplicate.ts'

const DAY = 24 * 60 * 60_000

/** The trial form. `work` is the solution of the puzzle; `website` is a hidden field for bots. */
export type TrialStart = ConnectionInput & {
  name: string
  email: string
  company: string
  language: Language
  work: string
  website: string
}

/** The form field that shows a failed step of the preflight. */
const FIELDS: Readonly<Partial<Record<Finding['step'], TrialField>>> = {
  address: 'origin',
  credentials: 'token',
  account: 'token',
  rights: 'token',
}

/**
 * Checks a connection for a public client, finding by finding, and stores nothing. A forbidden address and
 * one that does not answer give the same finding after the same time (docs/security.md row 7).
 * @throws Rejected before the first finding: too often, no work done, no realm
 */
export async function* checkConnection(
  input: ConnectionInput & { work: string },
): AsyncGenerator<Pick<Finding, 'step' | 'ok' | 'message'> & { warning: boolean }> {
  await guardPublicForm('trialCheck', input.work)
  for await (const finding of preflight(originOf(input), credentialsIn(input), {
    reference: currentRequest().reference,
  })) {
    logFailure(finding)
    const { step, ok, message, warning = false } = finding
    yield { step, ok, message, warning }
  }
}

/**
 * Starts a trial: tenant, credentials, invited owner and their mail in one transaction. If the account or the
 * e-mail address exists already, the response is the same, and their owners are notified by mail.
 * @throws Rejected at the field at fault; Unavailable
 */
export async function startTrial(input: TrialStart): Promise<void> {
  await guardPublicForm('trialStart', input.work)
  const { reference, address } = currentRequest()
  if (input.website !== '') {
    log.warn('a bot filled in the form of a trial', { reference, address })
    return
  }
  const credentials = credentialsIn(input)
  await requireConnection(input)
  const origin = crossbarOrigin(originOf(input))
  const { account } = await authenticate(origin, credentials, reference)
  const { name, email, company, language } = input
  const draft: TenantDraft = {
    name: company,
    crossbarOrigin: origin.text,
    account,
    credentials,
    owner: { name, email, language, passwordHash: null, status: 'invited' },
    trialEndsAt: new Date(Date.now() + env().trialDays * DAY),
  }
  try {
    const tenant = await createTenant(draft, async (db, created) => {
      const to = { tenant: created.tenant, member: created.owner, name, email, language }
      await enqueueMail(db, to, { kind: 'setPassword', company })
    })
    await recordCredentialsSuccess(tenant.id)
    await recordStart(tenant.id, draft)
    log.info('a trial began', { tenant: tenant.id, reference, address })
  } catch (error) {
    if (!(error instanceof Rejected)) throw error
    await notifyDuplicate(draft)
  }
}

async function requireConnection(input: ConnectionInput): Promise<void> {
  const { reference } = currentRequest()
  for await (const finding of preflight(originOf(input), credentialsIn(input), { reference })) {
    logFailure(finding)
    const { step, ok, message } = finding
    if (ok) continue
    // The hosted platform has no field for its address.
    const field = step === 'address' && input.platform === 'hosted' ? 'platform' : FIELDS[step]
    throw new Rejected(field === undefined ? {} : { [field]: message }, message)
  }
}

function logFailure({ step, ok, detail }: Finding): void {
  if (!ok) log.info('a preflight failed', { step, detail, reference: currentRequest().reference })
}

async function recordStart(tenant: string, { name, crossbarOrigin: origin, account, owner }: TenantDraft) {
  const { reference, address, agent } = currentRequest()
  try {
    await appendAuditEvent(
      {
        tenant,
        actor: { member: null, name: owner.name },
        verb: 'trial.start',
        subject: { kind: 'tenant', name, resource: { kind: 'account', ref: account } },
        path: [],
        before: null,
        after: { name, origin, owner: owner.email },
        reference,
        clientAddress: address,
        userAgent: agent,
      },
      'done',
    )
  } catch (error) {
    // The trial has started; a failed write to the audit log must not report otherwise.
    if (!(error instanceof Unavailable)) throw error
    log.error('the beginning of a trial is missing in the audit log', { error, tenant, reference })
  }
}
