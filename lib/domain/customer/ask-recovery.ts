// Queues a customer's request for a new password. Known and unknown users take the same steps and the same
// time: a job looks the user up later.
import 'server-only'
import { z } from 'zod'
import { Rejected, Unavailable } from '../../errors.ts'
import { findAccount } from '../../kazoo/accounts.ts'
import type { AccountSelector } from '../../kazoo/auth.ts'
import { normalName, searchAccounts } from '../../kazoo/account-search.ts'
import { crossbarOrigin } from '../../kazoo/origin.ts'
import { requestRecovery } from '../../kazoo/recovery.ts'
import { log } from '../../log.ts'
import { newReference } from '../../session/request.ts'
import { countAttempt, throttle } from '../../session/throttle.ts'
import { database } from '../../store/database.ts'
import { writeJob, type Job } from '../../store/jobs.ts'
import { isSameRealm } from '../../views/realm.ts'
import { ancestorsWithin, type Grant } from '../grant.ts'
import { siteOf } from '../site.ts'
import { accountTyped, attemptsOn, selectorOf, usernamesOf } from './resolve-account.ts'
import { openSiteOf, openSite, type OpenSite } from './open-site.ts'
import { recoveryFails } from './recovery-fails.ts'
import { tenantGrant } from './tenant-grant.ts'

/** The job that `askForCustomerReset` queues. */
export const CUSTOMER_RESET_JOB = 'customer reset asked'
/** The path of the link in Kazoo's mail, on the domain of the request. */
export const RECOVERY_PAGE = '/recover/use'

const HOUR_MS = 3_600_000
/**
 * Account names are unique in Kazoo's default configuration; otherwise at most this many matches are asked.
 */
const MOST = 3

const RecoveryRequest = z.object({ host: z.string(), account: z.string(), username: z.string() })

/**
 * Queues the request.
 * @throws Rejected when a client asks too often, or sign-in is closed here; NotFound; Unavailable
 */
export async function askForCustomerReset(typed: { account: string; username: string }): Promise<void> {
  const { site, tenant } = await openSite()
  if (recoveryFails(tenant)) throw new Rejected({}, 'messages.customer.noRecovery')
  const account = site.account === null ? accountTyped(typed) : ''
  if (site.account === null && account === '')
    throw new Rejected({ account: 'rules.customer.accountMissing' })
  const request = { host: site.host, account, username: typed.username.toLowerCase() }
  await throttle('recovery', attemptsOn(tenant.id, request.username))
  await writeJob(database(), CUSTOMER_RESET_JOB, request, new Date())
}

/**
 * Makes Kazoo mail the link, if account and user exist and the account is the tenant's; otherwise does
 * nothing. Run by a job: a failing Kazoo is asked again for an hour.
 * @throws Unavailable
 */
export async function answerCustomerReset(job: Job, now: Date): Promise<void> {
  if (now.getTime() - job.writtenAt.getTime() > HOUR_MS) return
  const request = RecoveryRequest.parse(job.data)
  const site = await siteOf(request.host)
  const open = site && (await openSiteOf(site))
  if (open === null || recoveryFails(open.tenant, now)) return
  const reference = newReference()
  const grant = await tenantGrant(open.tenant, reference)
  for (const account of await selectorsOf(open, grant, request.account)) {
    const mailbox = JSON.stringify([request.host, account, attemptsOn(open.tenant.id, request.username)])
    if ((await countAttempt('recoveryMail', mailbox, null)).refused === null)
      await sendTo(open, account, request.username, reference)
  }
  log.info('a customer’s recovery was answered', { tenant: open.tenant.id, reference })
}

/** Makes Kazoo mail the link to the first user of the account that `typed` may mean. */
async function sendTo(
  { site, tenant }: OpenSite,
  account: AccountSelector,
  typed: string,
  reference: string,
): Promise<void> {
  const caller = { origin: crossbarOrigin(tenant.crossbarOrigin), reference }
  for (const candidate of usernamesOf(typed)) {
    if (candidate.realm !== null && !isSameRealm(account.realm ?? null, candidate.realm)) continue
    const who = { username: candidate.username, account, page: site.origin + RECOVERY_PAGE }
    if (await sendOnce(requestRecovery(caller, who))) return
  }
}

/** Whether Kazoo knew the user. The request may have caused a mail, so it is never repeated. */
async function sendOnce(call: Promise<boolean>): Promise<boolean> {
  try {
    return await call
  } catch (error) {
    if (!(error instanceof Unavailable) || error.reason !== 'unknown') throw error
    log.warn('it is not known whether a recovery mail was sent', { error })
    return true
  }
}

/**
 * The accounts that `typed` may mean: the domain's own, or those with that name at or below the tenant's. One
 * that Kazoo could take for another is left out.
 */
async function selectorsOf({ site }: OpenSite, grant: Grant, typed: string): Promise<AccountSelector[]> {
  const { kazoo, granted } = grant
  if (site.account !== null) {
    const [doc] = await Promise.all([findAccount(kazoo, site.account), ancestorsWithin(grant, site.account)])
    return named([doc])
  }
  const name = normalName(typed)
  const [own, below] = await Promise.all([
    findAccount(kazoo, granted),
    searchAccounts(kazoo, granted, typed, 50),
  ])
  const called = [own, ...below].filter(
    (each) => (name !== '' && normalName(each.name) === name) || isSameRealm(each.realm, typed),
  )
  return named(called).slice(0, MOST)
}

function named(accounts: readonly { name: string; realm: string | null }[]): AccountSelector[] {
  return accounts.map(selectorOf).filter((selector) => Object.keys(selector).length > 0)
}
