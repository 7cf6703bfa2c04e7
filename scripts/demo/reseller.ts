// Whose portal the demo and the development server show: one reseller of the simulated Kazoo, its owner, and
// where its customers sign in.
import type { World } from '../services/simulator.ts'
import { createTenant, giveDomain } from '../services/tenant.ts'
import { peopleOf, resellerAdmin, type Person } from '../services/world-people.ts'

/** The same in every run, so that what one run keeps fits the simulated Kazoo of the next. */
export const SEED = 'demo'
/** Who signs in. */
export const OWNER = {
  name: 'Olivia Owner',
  email: 'olivia@portal.example',
  password: 'ride-the-northern-lights',
}
/** Where the customers of the reseller sign in. */
const CUSTOMERS = 'customers.localhost'

export type Cast = {
  owner: { email: string; password: string }
  /** Whose reseller it is. */
  admin: Person
  /** Where customers sign in, and one of them; null in a world without. */
  customers: { origin: string; one: Person | null }
}

/** Who can sign in to that world, and where, when the portal listens on `port`. */
export function castOf(world: World, port: number): Cast {
  const people = peopleOf(world, SEED)
  const one = people.find(({ privilege }) => privilege === 'customer user') ?? null
  return {
    owner: OWNER,
    admin: resellerAdmin(people),
    customers: { origin: `http://${CUSTOMERS}:${port}`, one },
  }
}

/**
 * Makes the reseller the tenant of an empty portal, by the operator's command line. `env` is that of the
 * portal.
 */
export async function createReseller(
  env: NodeJS.ProcessEnv,
  kazooUrl: string,
  { admin }: Cast,
): Promise<void> {
  await createTenant(env, { kazooUrl, admin, owner: OWNER })
  await giveDomain(env, admin, CUSTOMERS)
}
