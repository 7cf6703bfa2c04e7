// Finds the account that a domain serves: searched by the beginning of its name or realm, and proved to be
// the tenant's.
import 'server-only'
import { Forbidden, NotFound, Rejected, Unavailable } from '../../errors.ts'
import { searchAccounts } from '../../kazoo/account-search.ts'
import { findAccount, pageOfChildren } from '../../kazoo/accounts.ts'
import { withProxyIds, resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { DomainAccount } from '../../store/domains.ts'
import type { AccountChoices } from '../../views/custom-domain.ts'
import { ancestorsWithin, grantOf } from '../grant.ts'
import { permit } from '../permission.ts'

const CHOICES = 20

/**
 * Accounts below the granted one to choose from: the first of its children, or those that begin with `text`.
 * @throws Forbidden, Unavailable
 */
export async function findAccountChoices(viewer: Viewer, text: string): Promise<AccountChoices> {
  permit(viewer, 'domain.edit')
  const { kazoo, granted } = grantOf(viewer)
  const wanted = text.trim()
  const { rows, unopenable } =
    wanted === ''
      ? await pageOfChildren(kazoo, granted, { size: CHOICES })
      : { rows: await searchAccounts(kazoo, granted, wanted, CHOICES), unopenable: [] }
  return withProxyIds(viewer.session, (issue) => ({
    options: rows.map(({ id, name, realm }) => ({
      id: issue('account', id),
      label: name,
      ...(realm !== null && { about: realm }),
    })),
    total: rows.length + unopenable.length,
  }))
}

/**
 * The first choices, for a page that also renders without them; none where Kazoo does not answer, or for
 * roles that may not choose.
 */
export async function firstAccountChoices(viewer: Viewer): Promise<AccountChoices['options']> {
  try {
    return (await findAccountChoices(viewer, '')).options
  } catch (error) {
    if (error instanceof Forbidden || (error instanceof Unavailable && error.dependency === 'kazoo'))
      return []
    throw error
  }
}

/**
 * The account of this proxy id; null for none.
 * @throws Rejected at `account`; Unavailable
 */
export async function chosenAccount(viewer: Viewer, account: string): Promise<DomainAccount | null> {
  if (account === '') return null
  try {
    const ref = await resolve(viewer.session, 'account', account)
    const grant = grantOf(viewer)
    const [{ name }] = await Promise.all([findAccount(grant.kazoo, ref), ancestorsWithin(grant, ref)])
    return { ref, name }
  } catch (error) {
    if (error instanceof NotFound) throw new Rejected({ account: 'messages.domain.account' })
    throw error
  }
}
