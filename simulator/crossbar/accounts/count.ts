// `descendants_count`: Kazoo stores with each account how many children it has.
import type { Simulator } from '../../simulator.ts'

/** Counts again and stores the count. */
export function countChildren(sim: Simulator, id: string): void {
  const account = sim.store.account(id)
  if (!account) return
  const count = sim.store.accounts.children(id).length
  if (account['descendants_count'] !== count) sim.store.saveAccount({ ...account, descendants_count: count })
}
