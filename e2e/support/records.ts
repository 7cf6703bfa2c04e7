// Reads and writes the portal's own records in Postgres: the audit log, and the members of the team.
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { z } from 'zod'
import { ROOT } from '../../scripts/services/paths.ts'
import type { TestEnvironment } from './test-environment.ts'
import { forgetVisits } from './visits.ts'

export type Event = {
  verb: string
  stage: string
  actor: string
  subject: string | null
  path: unknown
  before: unknown
  after: unknown
  outcome: string | null
  address: string | null
}
export type Member = { name: string; email: string; password: string }

/** The rows of the audit log with this verb, in their order. */
export async function auditLogOf(world: TestEnvironment, verb: string): Promise<Event[]> {
  return select<Event>(
    world,
    `select verb, stage, actor_name as actor, subject_name as subject, path, before, after, outcome,
       client_address as address from audit_events where verb = $1 order by id`,
    [verb],
  )
}

/**
 * Adds a member to the tenant's team, and sets their password as an operator does. Returns their credentials.
 */
export async function addMember(world: TestEnvironment, role: string, name: string): Promise<Member> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@portal.example`
  await select(
    world,
    `insert into members (id, tenant, name, email, role) select $1, id, $2, $3, $4 from tenants`,
    [randomUUID(), name, email, role],
  )
  const password = `lantern-${randomUUID()}`
  const words = ['--conditions=react-server', join(ROOT, 'scripts/portal.ts'), 'member', 'password']
  const env = { ...world.environment, PORTAL_PASSWORD: password }
  await promisify(execFile)(process.execPath, [...words, '--email', email], { cwd: ROOT, env })
  return { name, email, password }
}

/**
 * Puts the tenant on a trial that ends in so many days, in the past where they are negative; null: on none.
 * Only new sessions see it.
 */
export async function putOnTrial(world: TestEnvironment, days: number | null): Promise<void> {
  forgetVisits(world)
  await select(world, `update tenants set trial_ends_at = now() + $1::text::interval, removal_at = null`, [
    days === null ? null : `${days} days`,
  ])
}

/** Ages a member's last proof, so that a step-up is needed. */
export async function ageProofs(world: TestEnvironment, email: string): Promise<void> {
  forgetVisits(world)
  const words = ['--conditions=react-server', join(ROOT, 'e2e/support/age-proofs.ts'), email]
  await promisify(execFile)(process.execPath, words, { cwd: ROOT, env: world.environment })
}

export type Factors = z.output<typeof FactorsDoc>
const FactorsDoc = z.object({
  secret: z.string(),
  recovery: z.array(z.string()),
  passkey: z.object({ rpId: z.string(), credentialId: z.string(), privateKey: z.string() }),
})

/**
 * Second factors for a member: the secret of an app, recovery codes, and a passkey as Chromium's
 * authenticator takes it.
 */
export async function giveFactors(world: TestEnvironment, email: string): Promise<Factors> {
  const words = ['--conditions=react-server', join(ROOT, 'e2e/support/give-factors.ts'), email]
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: ROOT, env: world.environment })
  return FactorsDoc.parse(JSON.parse(stdout))
}

async function select<Row>(
  world: TestEnvironment,
  query: string,
  values: readonly (string | null)[],
): Promise<Row[]> {
  const client = new Client({ connectionString: world.databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query(query, [...values])
    return rows
  } finally {
    await client.end()
  }
}
