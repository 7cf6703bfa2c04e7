// `tenants show|extend-trial|suspend|resume`: shows and manages one tenant.
import { credentialsOrNull } from '../../lib/domain/connection/credentials.ts'
import { editSessionsOfTenant, endSessionsOfTenant } from '../../lib/domain/auth/tenant-sessions.ts'
import { listMembers } from '../../lib/store/members.ts'
import type { TenantState } from '../../lib/store/schema.ts'
import { editTenant, suspendTenant } from '../../lib/store/tenant-state.ts'
import type { TenantRecord } from '../../lib/store/tenants.ts'
import { Misuse } from './fault.ts'
import { note } from './print.ts'
import { needed, optionsIn } from './options.ts'
import { reachSessions } from './reach-sessions.ts'
import { day, oneLine } from './tenant-list.ts'
import { tenantNamed } from './tenant-named.ts'

const DAY = 24 * 60 * 60_000
const WHICH = ['name', 'email'] as const

/** `tenants show`. @throws Misuse, Unavailable */
export async function show(words: string[]): Promise<void> {
  const tenant = await tenantNamed(optionsIn(words, WHICH))
  const credentials = await credentialsOrNull(tenant.id)
  const worked = credentials?.lastWorkedAt ? `worked ${day(credentials.lastWorkedAt)}` : 'not used yet'
  const rows: readonly (readonly [string, string])[] = [
    ['name', tenant.name],
    ['address', tenant.crossbarOrigin],
    ['status', tenant.status],
    ['since', day(tenant.createdAt)],
    ['trial', tenant.trialEndsAt === null ? 'none' : `until ${day(tenant.trialEndsAt)}`],
    ['live', tenant.wentLiveAt === null ? 'no' : `since ${day(tenant.wentLiveAt)}`],
    [
      'credentials',
      credentials === null ? 'none' : `${credentials.kind}, ${credentials.lastError ?? worked}`,
    ],
    ['removal', tenant.removalAt === null ? 'not scheduled' : day(tenant.removalAt)],
  ]
  for (const [label, value] of rows) console.log(`${label.padEnd(12)}${oneLine(value)}`)
  for (const { name, email, role, status } of await listMembers(tenant.id)) {
    console.log(`member      ${oneLine(`${name} <${email}>, ${role}, ${status}`)}`)
  }
}

/**
 * `tenants extend-trial`: adds days to the rest of the trial. @throws Misuse for one that is not on trial;
 * Unavailable
 */
export async function extendTrial(words: string[]): Promise<void> {
  const options = optionsIn(words, [...WHICH, 'days'])
  const days = Number(needed(options, 'days'))
  if (!Number.isInteger(days) || days < 1 || days > 3650)
    throw new Misuse('--days must be a number from 1 to 3650.')
  const tenant = await tenantNamed(options)
  if (tenant.trialEndsAt === null) throw new Misuse('This tenant is not on trial.')
  const from = Math.max(Date.now(), tenant.trialEndsAt.getTime())
  const trialEndsAt = new Date(from + days * DAY)
  await editTenant(tenant.id, { trialEndsAt })
  await note(tenant.id, {
    verb: 'tenant.extend-trial',
    subject: about(tenant),
    before: { trialEndsAt: tenant.trialEndsAt.toISOString() },
    after: { trialEndsAt: trialEndsAt.toISOString() },
  })
  await reachSessions(() => editSessionsOfTenant(tenant.id, { trialEndsAt: trialEndsAt.getTime() }))
  console.log(`The trial of ${oneLine(tenant.name)} now ends on ${day(trialEndsAt)}.`)
}

/** `tenants suspend`: keeps everything, and refuses all sign-ins. @throws Misuse, Unavailable */
export async function suspend(words: string[]): Promise<void> {
  const tenant = await changed(words, 'suspended')
  const ended = await reachSessions(() => endSessionsOfTenant(tenant.id))
  console.log(`${oneLine(tenant.name)} is suspended. Sessions ended: ${ended}.`)
}

/** `tenants resume`. @throws Misuse, Unavailable */
export async function resume(words: string[]): Promise<void> {
  const tenant = await changed(words, 'active')
  console.log(`${oneLine(tenant.name)} is active.`)
}

async function changed(words: string[], status: TenantState): Promise<TenantRecord> {
  const tenant = await tenantNamed(optionsIn(words, WHICH))
  if (status === 'suspended') await suspendTenant(tenant.id)
  else await editTenant(tenant.id, { status })
  const verb = status === 'active' ? 'tenant.resume' : 'tenant.suspend'
  await note(tenant.id, {
    verb,
    subject: about(tenant),
    before: { status: tenant.status },
    after: { status },
  })
  return tenant
}

function about({ name }: TenantRecord) {
  return { kind: 'tenant', name, resource: null }
}
