// The first tenant of a portal, made as an operator makes one: by the command line of scripts/portal.ts.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './places.ts'
import type { Person } from './world-people.ts'

export type TenantPlan = {
  kazooUrl: string
  /** Whose account the tenant is granted, and whose credentials the portal uses. */
  admin: Person
  owner: { name: string; email: string; password: string }
}

/** Runs `tenant create` in the environment of a portal; it migrates the database first. Throws with what the command said when it refuses. */
export async function createTenant(
  env: NodeJS.ProcessEnv,
  { kazooUrl, admin, owner }: TenantPlan,
): Promise<void> {
  const options = {
    name: admin.accountName,
    origin: kazooUrl,
    realm: admin.realm,
    username: admin.username,
    'owner-name': owner.name,
    'owner-email': owner.email,
  }
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  await new Promise<void>((resolve, reject) => {
    execFile(
      process.execPath,
      ['--conditions=react-server', join(ROOT, 'scripts/portal.ts'), 'tenant', 'create', ...words],
      {
        cwd: ROOT,
        env: { ...env, KAZOO_SECRET: admin.password, PORTAL_PASSWORD: owner.password },
        timeout: 60_000,
      },
      (error, stdout, stderr) => {
        if (error) reject(new Error(`The first tenant could not be made:\n${stdout}${stderr}`))
        else resolve()
      },
    )
  })
}
