// The first tenant of a portal, created with the operator's command line (scripts/portal.ts).
import { operate } from './operator.ts'
import type { Person } from './world-people.ts'

export type TenantPlan = {
  kazooUrl: string
  /** The account of the tenant, and the credentials that the portal uses: its user's, or its API key. */
  admin: Person
  credentials: 'password' | 'key'
  owner: { name: string; email: string; password: string }
}

/**
 * Runs `tenant create` in the environment of a portal; it migrates the database first. Throws its output when
 * it fails.
 */
export async function createTenant(
  env: NodeJS.ProcessEnv,
  { kazooUrl, admin, credentials, owner }: TenantPlan,
): Promise<void> {
  const options = {
    name: admin.accountName,
    origin: kazooUrl,
    credentials,
    ...(credentials === 'password' && { realm: admin.realm, username: admin.username }),
    'owner-name': owner.name,
    'owner-email': owner.email,
  }
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  const secrets = {
    KAZOO_SECRET: credentials === 'key' ? admin.apiKey : admin.password,
    PORTAL_PASSWORD: owner.password,
  }
  try {
    await operate({ ...env, ...secrets }, ['tenant', 'create', ...words])
  } catch (error) {
    throw new Error('The first tenant could not be made.', { cause: error })
  }
}

/** Adds a custom domain below `localhost`, which needs no DNS, for the tenant's customers. */
export async function giveDomain(env: NodeJS.ProcessEnv, admin: Person, host: string): Promise<void> {
  await operate(env, ['domain', 'prove', '--name', admin.accountName, '--host', host, '--primary', 'no'])
}
