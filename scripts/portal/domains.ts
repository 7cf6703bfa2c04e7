// `domain list|add|remove|prove`: lists and manages a tenant's custom domains.
import { randomBytes } from 'node:crypto'
import { env } from '../../lib/env.ts'
import { nameOf, proofNameOf, readHost } from '../../lib/domain/custom-domain/host.ts'
import { database } from '../../lib/store/database.ts'
import { deleteDomain } from '../../lib/store/domain-changes.ts'
import { domainsOf, findDomain, insertDomain, putLiveDomain } from '../../lib/store/domains.ts'
import { Conflict } from '../../lib/store/errors.ts'
import type { TenantRecord } from '../../lib/store/tenants.ts'
import { Misuse } from './fault.ts'
import { note } from './print.ts'
import { needed, oneOf, optionsIn } from './options.ts'
import { oneLine } from './tenant-list.ts'
import { tenantNamed } from './tenant-named.ts'

const WHICH = ['name', 'email'] as const

/** `domain list`. @throws Misuse, Unavailable */
export async function listDomains(words: string[]): Promise<void> {
  const tenant = await tenantNamed(optionsIn(words, WHICH))
  const domains = await domainsOf(tenant.id)
  if (domains.length === 0) console.log('This tenant has no custom domains.')
  for (const { host, state, primary, account, why } of domains) {
    const letters = nameOf(host).letters
    const parts = [
      letters === null ? host : `${host} (${letters})`,
      primary ? `${state}, primary` : state,
      account === null ? 'all accounts' : account.name,
      ...(why === null ? [] : [`DNS check failed: ${why}`]),
    ]
    console.log(parts.map(oneLine).join('  |  '))
  }
}

/**
 * `domain add`: a claim that DNS has to prove, as an owner would make it. @throws Misuse, Rejected,
 * Unavailable
 */
export async function addDomain(words: string[]): Promise<void> {
  const options = optionsIn(words, [...WHICH, 'host'])
  const host = readHost(needed(options, 'host'))
  const tenant = await tenantNamed(options)
  const proof = `portal-proof=${randomBytes(24).toString('base64url')}`
  try {
    await insertDomain(database(), { tenant: tenant.id, host, account: null, proof }, new Date())
  } catch (error) {
    if (error instanceof Conflict) throw new Misuse('This tenant already has this domain.')
    throw error
  }
  await recordChange(tenant, host, null, 'pending')
  console.log(`${host} is waiting for DNS. Point it to the portal and add this record:`)
  console.log(`${proofNameOf(host)}  TXT  "${proof}"`)
}

/** If the portal is on `localhost`, names below it lead to this machine without DNS: for demonstrations. */
function hostHere(typed: string): string {
  const local = new URL(env().portalOrigin).hostname === 'localhost'
  return local && /^[a-z0-9-]{1,63}\.localhost$/.test(typed) ? typed : readHost(typed)
}

/**
 * `domain prove`: live at once and without proof, because the operator knows who owns it. @throws Misuse,
 * Rejected, Unavailable
 */
export async function proveDomain(words: string[]): Promise<void> {
  const options = optionsIn(words, [...WHICH, 'host', 'primary'])
  const host = hostHere(needed(options, 'host'))
  const primary = oneOf('primary', options.primary, ['no', 'yes']) === 'yes'
  const tenant = await tenantNamed(options)
  const before = await findDomain(tenant.id, host)
  try {
    await putLiveDomain({
      tenant: tenant.id,
      host,
      primary: primary || before?.primary === true,
      ...(before !== null && before.account !== null && { account: before.account }),
    })
  } catch (error) {
    if (error instanceof Conflict) throw new Misuse('This domain is live for another tenant.')
    throw error
  }
  await recordChange(tenant, host, before?.state ?? null, 'live')
  console.log(`${host} is live for ${oneLine(tenant.name)}. Its DNS is no longer checked.`)
}

/** `domain remove`: it stops serving within a second. @throws Misuse, Rejected, Unavailable */
export async function removeDomain(words: string[]): Promise<void> {
  const options = optionsIn(words, [...WHICH, 'host'])
  const host = hostHere(needed(options, 'host'))
  const tenant = await tenantNamed(options)
  const before = await findDomain(tenant.id, host)
  if (before === null) throw new Misuse('This tenant does not have this domain.')
  await deleteDomain(tenant.id, host)
  await recordChange(tenant, host, before.state, null)
  console.log(`${host} removed.`)
}

async function recordChange(
  { id }: TenantRecord,
  host: string,
  before: string | null,
  after: string | null,
): Promise<void> {
  await note(id, {
    verb: after === null ? 'domain.remove' : before === null ? 'domain.add' : 'domain.edit',
    subject: { kind: 'domain', name: host, resource: null },
    before: before === null ? null : { host, state: before },
    after: after === null ? null : { host, state: after },
  })
}
