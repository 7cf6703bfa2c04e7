// The reseller whose portal the demo and the development server show: its owner, and where its customers sign
// in.
import type { World } from '../services/simulator.ts'
import { createTenant, giveDomain } from '../services/tenant.ts'
import { peopleOf, resellerAdmin, type Person } from '../services/world-people.ts'

/** The same in every run, so that stored data match the simulated Kazoo of the next run. */
export const SEED = 'demo'
/** The user who signs in. */
export const OWNER = {
  name: 'Olivia Owner',
  email: 'olivia@portal.example',
  password: 'ride-the-northern-lights',
}
/** Where the customers of the reseller sign in. */
const CUSTOMERS = 'customers.localhost'

export type Cast = {
  owner: { email: string; password: string }
  /** The simulated world of the reseller. */
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
 * Creates the reseller as the tenant of an empty portal with the operator's command line: live, and so with
 * the API key of its account. `env` is the portal's environment.
 */
export async function createReseller(
  env: NodeJS.ProcessEnv,
  kazooUrl: string,
  { admin }: Cast,
): Promise<void> {
  await createTenant(env, { kazooUrl, admin, credentials: 'key', owner: OWNER })
  await giveDomain(env, admin, CUSTOMERS)
}
