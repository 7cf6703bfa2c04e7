// Makes a customer: an account and its first admin. Either both are there, or it says which is, and goes on from there.
import 'server-only'
import { NotFound, Rejected, Told } from '../../errors.ts'
import { createAccount as create, findAccount } from '../../kazoo/accounts.ts'
import type { KazooId, Password } from '../../kazoo/ids.ts'
import { createUser } from '../../kazoo/users.ts'
import { issuing, resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { ProxyId } from '../../views/ids.ts'
import type { Said } from '../../words/said.ts'
import { recorded } from '../audit.ts'
import { grantOf, type Grant } from '../grant.ts'
import { requireGoodPassword, SHORTEST_GIVEN } from '../password.ts'
import { permit } from '../permission.ts'
import { pathOf } from './place.ts'

/** What the form for a new account sends. `created` names the account when an earlier try made it, but not its admin. */
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
}

/** The account is there, its first admin is not: the form goes on from `created`, and nothing is made twice. */
export class HalfMade extends Rejected {
  readonly created: ProxyId<'account'>
  constructor(created: ProxyId<'account'>, fields: Readonly<Record<string, Said>>, because?: Said) {
    super(
      fields,
      because === undefined ? 'said.account.half' : { sentence: 'said.account.halfBecause', because },
    )
    this.created = created
  }
}

/** Makes an account below `parent`, and its first admin. @throws HalfMade, Rejected, Forbidden, NotFound, Unavailable. */
export async function createAccount(
  viewer: Viewer,
  parent: string,
  start: AccountStart,
): Promise<ProxyId<'account'>> {
  permit(viewer, 'account.create')
  const { firstName, lastName, email, password } = start
  const company = viewer.session.record.tenantName
  const admin = { name: `${firstName} ${lastName}`, email, company }
  requireGoodPassword(password, admin, { shortest: SHORTEST_GIVEN })
  const above = await resolve(viewer.session, 'account', parent)
  const grant = grantOf(viewer)
  const path = await pathOf(grant, above)
  const account =
    start.created === ''
      ? await makeAccount(viewer, grant, above, path, start)
      : await takeUp(viewer, grant, path, start.created)
  const id = await issuing(viewer.session, (issue) => issue('account', account))
  await makeAdmin(viewer, grant, account, [...path, start.name], start).catch((error: unknown) => {
    if (error instanceof Rejected) throw new HalfMade(id, error.fields)
    throw new HalfMade(id, {}, error instanceof Told ? error.said : 'said.fault')
  })
  return id
}

async function makeAccount(
  viewer: Viewer,
  { kazoo }: Grant,
  parent: KazooId<'account'>,
  path: string[],
  { name, realm, timezone }: AccountStart,
): Promise<KazooId<'account'>> {
  const named = { kind: 'account', name }
  const wanted = { name, ...(realm === '' ? {} : { realm }), ...(timezone === '' ? {} : { timezone }) }
  const doc = await recorded(
    viewer,
    'account.create',
    { subject: { ...named, thing: null }, path, before: null, after: { name, realm, timezone } },
    () => create(kazoo, parent, wanted),
    ({ id }) => ({ ...named, thing: { kind: 'account', ref: id } }),
  )
  return doc.id
}

/** The account of an earlier try; it must be right below the parent that the form names. */
async function takeUp(
  viewer: Viewer,
  grant: Grant,
  path: string[],
  created: string,
): Promise<KazooId<'account'>> {
  const account = await resolve(viewer.session, 'account', created)
  const own = await pathOf(grant, account)
  if (own.length !== path.length + 1) throw new NotFound()
  await findAccount(grant.kazoo, account)
  return account
}

async function makeAdmin(
  viewer: Viewer,
  { kazoo }: Grant,
  account: KazooId<'account'>,
  path: string[],
  { firstName, lastName, email, username, password }: AccountStart,
): Promise<void> {
  const named = { kind: 'user', name: `${firstName} ${lastName}` }
  const mail = email === '' ? {} : { email }
  await recorded(
    viewer,
    'account.create',
    {
      subject: { ...named, thing: null },
      path,
      before: null,
      after: { firstName, lastName, email, username, password },
    },
    () =>
      createUser(kazoo, account, { firstName, lastName, username, password, ...mail, privilege: 'admin' }),
    ({ id }) => ({ ...named, thing: { kind: 'user', ref: { account, user: id } } }),
  )
}
