// Parses the environment once: reports all faults together, and returns secrets sealed.
import 'server-only'
import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import { z } from 'zod'
import { seal, type Sealed } from './sealed.ts'

/** A ring of numbered 256-bit keys: the highest number encrypts, every number decrypts. */
export type Ring = ReadonlyMap<number, Sealed<'key'>>
/**
 * An origin that the operator allows beyond the public rule, with the CIDR that it may resolve into
 * (docs/security.md row 5).
 */
export type AllowedOrigin = { readonly origin: string; readonly cidr: string }

/** The sender of the portal's mails. */
export type Sender = { readonly name: string; readonly address: string }

const KEY = /^[A-Za-z0-9+/]{43}=$/

const ring = z.string().transform((text, context): Ring => {
  const keys = new Map<number, Sealed<'key'>>()
  for (const part of text.split(',')) {
    const [number = '', key = ''] = part.trim().split(/:(.*)/s)
    if (!/^[1-9]\d{0,2}$/.test(number) || !KEY.test(key) || keys.has(Number(number))) {
      context.addIssue(
        'must be numbered keys such as 2:BASE64,1:BASE64, each of 32 bytes (openssl rand -base64 32)',
      )
      return z.NEVER
    }
    keys.set(Number(number), seal<'key'>(key))
  }
  return keys
})

const origin = z.string().transform((text, context) => {
  const url = URL.parse(text)
  const local = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1'
  if (
    url === null ||
    url.origin !== text ||
    (url.protocol !== 'https:' && !(local && url.protocol === 'http:'))
  ) {
    context.addIssue(
      'must be an origin such as https://portal.example.com, without a path (http only on localhost)',
    )
    return z.NEVER
  }
  return text
})

const allowedOrigins = z.string().transform((text, context): readonly AllowedOrigin[] => {
  const pairs = text.split(/\s+/).filter(Boolean)
  return pairs.map((pair) => {
    const [, from = '', cidr = ''] = /^(https?:\/\/[^=/]+)=([0-9a-fA-F.:]+\/\d{1,3})$/.exec(pair) ?? []
    if (URL.parse(from)?.origin !== from) {
      context.addIssue(
        `must be pairs such as https://kazoo.internal:8443=10.1.0.0/16, and "${pair}" is not one`,
      )
    }
    return { origin: from, cidr }
  })
})

const list = z.string().transform((text) => text.split(/[\s,]+/).filter(Boolean))
const addresses = list.refine(
  (parts) => parts.every((part) => isIP(part) !== 0),
  'must be IP addresses such as 203.0.113.7, 2001:db8::7',
)
/** For a secret that is only compared with what a caller presents. */
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Resolvers as node:dns accepts them: an address, or an address with a port (`[::1]:53` for IPv6). */
const resolvers = list.refine(
  (parts) => parts.every((part) => isIP(part.replace(/^\[(.+)\](:\d+)?$|^([^:]+):\d+$/, '$1$3')) !== 0),
  'must be IP addresses, each with a port where it is not 53: 9.9.9.9, 127.0.0.1:5353, [::1]:53',
)
const count = (smallest: number, largest: number) => z.coerce.number().int().min(smallest).max(largest)
const secretUrl = (kind: string, forms: RegExp) =>
  z
    .string()
    .regex(forms, `must be the address of ${kind}`)
    .transform(seal<'url'>)

/**
 * `Name <address>`, or an address alone. Control characters are refused, so that no further header line can
 * be added.
 */
const sender = z.string().transform((text, context): Sender => {
  const [, name = '', angled = ''] = /^(.*?)\s*<([^<>]*)>$/.exec(text.trim()) ?? []
  const address = angled === '' ? text.trim() : angled
  if (!z.email().safeParse(address).success || /\p{Cc}/u.test(text)) {
    context.addIssue('must be an address such as Portal <portal@example.com>')
    return z.NEVER
  }
  return { name: name.replaceAll(/^"|"$/g, ''), address }
})

const schema = z.object({
  PORTAL_ORIGIN: origin,
  DATABASE_URL: secretUrl('a Postgres, postgres://...', /^postgres(ql)?:\/\/./),
  REDIS_URL: secretUrl(
    'a Redis: redis://, rediss://, unix://, redis+sentinel:// or redis+cluster://',
    /^(rediss?|unix|rediss?\+(sentinel|cluster)):\/\/./,
  ),
  SESSION_KEYS: ring,
  DATA_KEYS: ring,
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z
    .string()
    .regex(KEY, 'must be 32 bytes in base64, the same at build and in all processes')
    .transform(seal<'key'>),
  KAZOO_ALLOWED_ORIGINS: allowedOrigins.prefault(''),
  OIDC_ALLOWED_ORIGINS: allowedOrigins.prefault(''),
  AUDIT_ALLOWED_ORIGINS: allowedOrigins.prefault(''),
  KAZOO_ALLOWED_TARGETS: list.prefault(''),
  KAZOO_HOSTED_ORIGIN: z.string().default('https://api.zswitch.net:8443'),
  KAZOO_TIMEOUT_SECONDS: count(1, 60).default(10),
  KAZOO_READ_SECONDS: count(1, 60).default(5),
  PAGE_GRACE_MS: count(0, 60_000).default(400),
  KAZOO_CREATE_TIMEOUT_SECONDS: count(1, 300).default(45),
  SMTP_URL: secretUrl('a mail server, smtp://... or smtps://...', /^smtps?:\/\/./).optional(),
  MAIL_FROM: sender.optional(),
  TRUSTED_PROXIES: list.prefault(''),
  PUBLIC_ADDRESSES: addresses.prefault(''),
  DNS_SERVERS: resolvers.prefault(''),
  EDGE_SECRET: z
    .string()
    .min(32, 'must have 32 characters or more (openssl rand -hex 32)')
    .transform(digestOf)
    .optional(),
  SESSION_IDLE_MINUTES: z.coerce.number().positive().max(720).default(30),
  SESSION_HOURS: z.coerce.number().positive().max(24).default(12),
  SIGN_IN_ATTEMPTS: count(1, 1_000_000).default(5),
  TRIAL_DAYS: count(1, 3650).default(30),
  TRIAL_ATTEMPTS: count(1, 1_000_000).default(20),
  HELP_URL: z.url({ protocol: /^https$/, error: 'must be an address that begins with https://' }).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
})
const checkedSchema = schema.refine(
  ({ SMTP_URL: url, MAIL_FROM: from }) => url === undefined || from !== undefined,
  {
    path: ['MAIL_FROM'],
    message: 'is missing: it is the sender of mails sent by SMTP_URL',
  },
)

function parse() {
  const variables = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const parsed = checkedSchema.safeParse(variables)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message, code }) => {
      const name = path.join('.')
      return `  ${name}: ${code === 'invalid_type' && variables[name] === undefined ? 'is missing' : message}`
    })
    throw new Error(`The environment has faults (.env.example explains every key):\n${faults.join('\n')}`)
  }
  const values = parsed.data
  return {
    portalOrigin: values.PORTAL_ORIGIN,
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    sessionKeys: values.SESSION_KEYS,
    dataKeys: values.DATA_KEYS,
    kazooAllowedOrigins: values.KAZOO_ALLOWED_ORIGINS,
    /** Hosts and CIDRs that documents may have Kazoo connect to, besides public ones. */
    kazooAllowedTargets: values.KAZOO_ALLOWED_TARGETS.map((target) => target.toLowerCase()),
    oidcAllowedOrigins: values.OIDC_ALLOWED_ORIGINS,
    auditAllowedOrigins: values.AUDIT_ALLOWED_ORIGINS,
    kazooHostedOrigin: values.KAZOO_HOSTED_ORIGIN,
    kazooTimeoutMs: values.KAZOO_TIMEOUT_SECONDS * 1000,
    readMs: values.KAZOO_READ_SECONDS * 1000,
    pageGraceMs: values.PAGE_GRACE_MS,
    kazooCreateTimeoutMs: values.KAZOO_CREATE_TIMEOUT_SECONDS * 1000,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM ?? null,
    trustedProxies: values.TRUSTED_PROXIES,
    publicAddresses: values.PUBLIC_ADDRESSES,
    dnsServers: values.DNS_SERVERS,
    edgeSecretDigest: values.EDGE_SECRET ?? null,
    sessionIdleMs: values.SESSION_IDLE_MINUTES * 60_000,
    sessionMs: values.SESSION_HOURS * 3_600_000,
    signInAttempts: values.SIGN_IN_ATTEMPTS,
    trialDays: values.TRIAL_DAYS,
    trialAttempts: values.TRIAL_ATTEMPTS,
    helpUrl: values.HELP_URL ?? null,
    logLevel: values.LOG_LEVEL,
  }
}

let parsed: ReturnType<typeof parse> | undefined

/** The environment of this process. @throws Error that lists every missing or faulty key, without values */
export function env(): ReturnType<typeof parse> {
  parsed ??= parse()
  return parsed
}
