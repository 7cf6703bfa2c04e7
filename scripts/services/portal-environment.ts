// The environment of a portal process, as the demo and the tests set it (lib/env.ts reads it, .env.example
// explains it).
import type { Secrets } from './secrets.ts'

export type PortalPlan = {
  /** The address that browsers use, such as http://localhost:3000. */
  origin: string
  databaseUrl: string
  redisUrl: string
  /** The simulator's address: the only loopback address that the portal may call. */
  kazooUrl: string
  /** The address of the mail catcher. */
  smtpUrl: string
  secrets: Secrets
  /** Further variables that a test sets. */
  more?: Readonly<Record<string, string>>
}

/** Only what programs need to run at all is inherited. */
export function portalEnvironment(plan: PortalPlan): NodeJS.ProcessEnv {
  const { secrets } = plan
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    TMPDIR: process.env['TMPDIR'],
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORTAL_ORIGIN: plan.origin,
    DATABASE_URL: plan.databaseUrl,
    REDIS_URL: plan.redisUrl,
    SESSION_KEYS: `1:${secrets.sessionKey}`,
    DATA_KEYS: `1:${secrets.dataKey}`,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.actionKey,
    KAZOO_HOSTED_ORIGIN: plan.kazooUrl,
    KAZOO_ALLOWED_ORIGINS: `${plan.kazooUrl}=127.0.0.0/8`,
    SMTP_URL: plan.smtpUrl,
    MAIL_FROM: 'Portal <portal@portal.example>',
    ...plan.more,
  }
}
