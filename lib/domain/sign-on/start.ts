// Starts a single sign-on: the provider is found by the domain of an address, whether or not a member has it.
import 'server-only'
import { Rejected } from '../../errors.ts'
import { throttle } from '../../session/throttle.ts'
import type { Viewer } from '../../session/viewer.ts'
import { emailAsStored } from '../../store/members.ts'
import { findProvider, findProviderByDomain, type ProviderRecord } from '../../store/sign-on.ts'
import { findTenant } from '../../store/tenants.ts'
import { requireFresh } from '../member/require-step-up.ts'
import { mailDomainOf } from '../mail-domain/name.ts'
import { permit } from '../permission.ts'
import { currentSite } from '../site.ts'
import { requestProviderSignIn, type ProviderAddress } from './federation.ts'

/**
 * The address where the owner of `email` signs in with their company.
 * @throws Rejected at `email` when no team has that domain; when there were too many, or the provider does
 * not answer; Unavailable
 */
export async function startSignOn(email: string): Promise<ProviderAddress> {
  await throttle('signOn')
  const address = emailAsStored(email)
  const provider = await findProviderByDomain(mailDomainOf(address))
  const site = await currentSite()
  const elsewhere = site.tenant !== null && site.tenant !== provider?.tenant
  if (provider === null || provider.verifiedAt === null || elsewhere)
    throw new Rejected({ email: 'messages.signOn.nobodys' })
  const tenant = await findTenant(provider.tenant)
  if (tenant?.status !== 'active') throw new Rejected({ email: 'messages.signOn.nobodys' })
  return addressAt(provider, address)
}

/**
 * The same as a test for the owner who has set the provider: the answer is checked, and signs no one in.
 * @throws as above; StepUpNeeded; Forbidden
 */
export async function testSignOn(viewer: Viewer): Promise<ProviderAddress> {
  permit(viewer, 'connection.signOn')
  requireFresh(viewer)
  await throttle('signOn')
  const provider = await findProvider(viewer.session.record.tenant)
  if (provider === null) throw new Rejected({}, 'messages.signOn.untested')
  return addressAt(provider, viewer.session.record.email)
}

async function addressAt(provider: ProviderRecord, email: string): Promise<ProviderAddress> {
  const address = await requestProviderSignIn(provider, email)
  if (address === null) throw new Rejected({}, 'messages.signOn.silent')
  return address
}
