// Authorization: Kazoo's only rule, the account tree.
import type { Simulator } from '../simulator.ts'
import { caller, type Call } from './call.ts'
import { forbidden, refuse } from './refusals.ts'
import type { Route } from './route.ts'

/**
 * The master account may do everything, everyone else what is in their own account or below. A user's
 * `priv_level` does not matter here.
 * @throws Refusal 403
 */
export function authorize(call: Call, route: Route): void {
  route.authorize?.(call)
  const { superduper, accountId } = caller(call)
  if (superduper || route.ownRule === true) return
  const target = call.params['account']
  if (target === undefined || !inTree(call.sim, accountId, target)) refuse(forbidden())
}

/** Is `target` the account itself or one of its descendants? */
export function inTree(sim: Simulator, accountId: string, target: string): boolean {
  return target === accountId || sim.store.tree(target).includes(accountId)
}

/** @throws Refusal 403 for all but the master account's tokens */
export function superduperOnly(call: Call): void {
  if (!caller(call).superduper) refuse(forbidden())
}

/** Whether the caller is a user whose `priv_level` is admin; an API key is not. */
export function isAccountAdmin(call: Call): boolean {
  const { accountId, ownerId } = caller(call)
  return ownerId !== undefined && call.sim.store.database(accountId).get(ownerId)?.['priv_level'] === 'admin'
}
