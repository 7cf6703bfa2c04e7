// Creates a customer: an account and its first admin. A failure in between reports what exists, and the next
// submission continues there.
import 'server-only'
import { NotFound, Rejected, UserFacingError } from '../../errors.ts'
import { findAccount } from '../../kazoo/accounts.ts'
import { findCreatedAccount } from '../../kazoo/create-account.ts'
import type { KazooId, Password } from '../../kazoo/ids.ts'
import { withProxyIds, resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { CreationStep } from '../../views/account.ts'
import type { ProxyId } from '../../views/ids.ts'
import type { LocalizedMessage } from '../../i18n/message-key.ts'
import { ancestorsWithin, grantOf, type Grant } from '../grant.ts'
import { requireGoodPassword, SHORTEST_KAZOO_PASSWORD } from '../auth/password.ts'
import { permit } from '../permission.ts'
import { createFirstAdmin } from './first-admin.ts'
import { inheritedZone } from './inherited-zone.ts'
import { attemptOf, createOnce, wantedOf } from './create-once.ts'
import { pathOf } from './account-path.ts'

/**
 * The form for a new account. `created` is the account that an earlier submission created without its admin;
 * `unconfirmed` is what an earlier submission requested without a confirmation.
 */
export type AccountStart = {
  name: string
  realm: string
  timezone: string
  firstName: string
  lastName: string
  email: string
  username: string
  password: Password
  created: string
  unconfirmed: string
}

/**
 * The account exists, its first admin does not: the form continues from `created`, and nothing is created
 * twice.
 */
export class IncompleteAccount extends Rejected {
  readonly created: ProxyId<'account'>
  constructor(
    created: ProxyId<'account'>,
    fields: Readonly<Record<string, LocalizedMessage>>,
    because?: LocalizedMessage,
  ) {
    super(
      fields,
      because === undefined
        ? 'messages.account.incomplete'
        : { key: 'messages.account.incompleteBecause', because },
    )
    this.created = created
  }
}

/**
 * Creates an account below `parent`, and its first admin. Calls `onStep` with each step.
 * @throws IncompleteAccount; AccountNotKept, where Kazoo lost the account again; UnconfirmedAccount;
 * Rejected, Forbidden, NotFound, Unavailable
 */
export async function createAccount(
  viewer: Viewer,
  parent: string,
  start: AccountStart,
  onStep: (step: CreationStep) => void = () => undefined,
): Promise<ProxyId<'account'>> {
  permit(viewer, 'account.create')
  const { firstName, lastName, email, password } = start
  const company = viewer.session.record.tenantName
  const admin = { name: `${firstName} ${lastName}`, email, company }
  requireGoodPassword(password, admin, { shortest: SHORTEST_KAZOO_PASSWORD })
  const above = await resolve(viewer.session, 'account', parent)
  const grant = grantOf(viewer)
  const [doc, ancestors] = await Promise.all([findAccount(grant.kazoo, above), ancestorsWithin(grant, above)])
  const path = [...ancestors.map(({ name }) => name), doc.name]
  const timezone = start.timezone || (await inheritedZone(grant.kazoo, doc, ancestors))
  onStep('account')
  const account =
    (await findEarlierAccount(viewer, grant, above, path, start)) ??
    (await createOnce(viewer, grant, above, path, { ...start, timezone }, () => onStep('look')))
  const id = await withProxyIds(viewer.session, (issue) => issue('account', account))
  onStep('admin')
  await createFirstAdmin(viewer, grant, account, [...path, start.name], start).catch((error: unknown) => {
    if (error instanceof Rejected) throw new IncompleteAccount(id, error.fields)
    throw new IncompleteAccount(
      id,
      {},
      error instanceof UserFacingError ? error.userMessage : 'messages.fault',
    )
  })
  return id
}

/** The account of an earlier submission, if there is one: it must be a child of the parent in the form. */
async function findEarlierAccount(
  viewer: Viewer,
  grant: Grant,
  parent: KazooId<'account'>,
  path: readonly string[],
  start: AccountStart,
): Promise<KazooId<'account'> | null> {
  if (start.created !== '') return resumeCreation(viewer, grant, path, start.created)
  if (start.unconfirmed === '' || start.unconfirmed !== attemptOf(start)) return null
  return findCreatedAccount(grant.kazoo, parent, wantedOf(start))
}

async function resumeCreation(
  viewer: Viewer,
  grant: Grant,
  path: readonly string[],
  created: string,
): Promise<KazooId<'account'>> {
  const account = await resolve(viewer.session, 'account', created)
  const own = await pathOf(grant, account)
  if (own.length !== path.length + 1) throw new NotFound()
  await findAccount(grant.kazoo, account)
  return account
}
