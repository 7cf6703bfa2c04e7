// Whom somebody is about to act as: what the page says before it begins.
import 'server-only'
import { findAccount } from '../../kazoo/accounts.ts'
import { findUser } from '../../kazoo/users.ts'
import { resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { ActingTarget } from '../../views/acting.ts'
import { ancestorsWithin, grantOf } from '../grant.ts'
import { permit, verbsOf } from '../permission.ts'
import { nameOf } from './begin.ts'

/** A user, before somebody acts as them. @throws Forbidden, NotFound, Unavailable */
export async function findUserToActAs(viewer: Viewer, user: string): Promise<ActingTarget> {
  permit(viewer, 'act.begin')
  const ref = await resolve(viewer.session, 'user', user)
  const grant = grantOf(viewer)
  const [account, doc] = await Promise.all([
    findAccount(grant.kazoo, ref.account),
    findUser(grant.kazoo, ref),
    ancestorsWithin(grant, ref.account),
  ])
  const target = { target: user, asWhom: nameOf(doc), account: account.name }
  return { ...target, mayChange: mayChange(viewer), back: `/users/${user}` }
}

/** An account, before somebody acts in it. @throws Forbidden, NotFound, Unavailable */
export async function findAccountToActIn(viewer: Viewer, account: string): Promise<ActingTarget> {
  permit(viewer, 'act.begin')
  const id = await resolve(viewer.session, 'account', account)
  const grant = grantOf(viewer)
  const [doc] = await Promise.all([findAccount(grant.kazoo, id), ancestorsWithin(grant, id)])
  const target = { target: account, asWhom: null, account: doc.name }
  return { ...target, mayChange: mayChange(viewer), back: `/accounts/${account}` }
}

function mayChange({ session }: Viewer): boolean {
  return verbsOf(session.record).includes('act.change')
}
