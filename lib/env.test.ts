import { inspect } from 'node:util'
import { beforeEach, expect, test, vi } from 'vitest'
import { newKey } from '../testing/store.ts'

const whole = {
  PORTAL_ORIGIN: 'https://portal.example.com',
  DATABASE_URL: 'postgres://portal:pgsecret@db:5432/portal',
  REDIS_URL: 'redis://:redissecret@redis:6379',
  SESSION_KEYS: `2:${newKey()},1:${newKey()}`,
  DATA_KEYS: `1:${newKey()}`,
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: newKey(),
}

/** Loads the module again, because the environment is parsed once per process. */
async function read(change: Readonly<Record<string, string>> = {}) {
  vi.resetModules()
  for (const key of Object.keys(process.env))
    if (/^[A-Z_]+$/.test(key) && key in ALL) vi.stubEnv(key, undefined)
  for (const [key, value] of Object.entries({ ...whole, ...change })) vi.stubEnv(key, value)
  const { env } = await import('./env.ts')
  return env()
}

const ALL = {
  ...whole,
  KAZOO_ALLOWED_ORIGINS: '',
  KAZOO_HOSTED_ORIGIN: '',
  KAZOO_TIMEOUT_SECONDS: '',
  KAZOO_CREATE_TIMEOUT_SECONDS: '',
  TRUSTED_PROXIES: '',
  SESSION_IDLE_MINUTES: '',
  SESSION_HOURS: '',
  SIGN_IN_ATTEMPTS: '',
  LOG_LEVEL: '',
}

beforeEach(() => vi.unstubAllEnvs())

test('a complete environment is parsed, with defaults', async () => {
  const env = await read({
    KAZOO_ALLOWED_ORIGINS: 'http://10.1.2.3:8000=10.1.2.0/24',
    TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.1',
  })
  expect(env).toMatchObject({
    portalOrigin: 'https://portal.example.com',
    kazooAllowedOrigins: [{ origin: 'http://10.1.2.3:8000', cidr: '10.1.2.0/24' }],
    trustedProxies: ['10.0.0.0/8', '192.0.2.1'],
    sessionIdleMs: 1_800_000,
    sessionMs: 43_200_000,
    kazooTimeoutMs: 10_000,
    kazooCreateTimeoutMs: 45_000,
  })
  expect([...env.sessionKeys.keys()]).toEqual([2, 1])
})

test('secrets of the environment are sealed', async () => {
  const env = await read()
  const seen = inspect(env, { depth: 9, showHidden: true })
  for (const secret of ['pgsecret', 'redissecret', whole.DATA_KEYS.slice(2)])
    expect(seen).not.toContain(secret)
})

test('all faults are listed together by name, without the values of secrets', async () => {
  const broken = {
    PORTAL_ORIGIN: 'http://portal.example.com/path',
    DATABASE_URL: 'mysql://root:topsecret@db',
    SESSION_KEYS: '1:tooshort',
    DATA_KEYS: '',
    TRUSTED_PROXIES: '',
    KAZOO_ALLOWED_ORIGINS: 'http://10.1.2.3:8000',
    KAZOO_TIMEOUT_SECONDS: '9000',
    LOG_LEVEL: 'loud',
  }
  const message = await read(broken).then(
    () => '',
    (error: unknown) => String(error),
  )
  const named = [
    'PORTAL_ORIGIN',
    'DATABASE_URL',
    'SESSION_KEYS',
    'DATA_KEYS: is missing',
    'KAZOO_ALLOWED_ORIGINS',
    'KAZOO_TIMEOUT_SECONDS',
    'LOG_LEVEL',
  ]
  for (const name of named) expect(message).toContain(name)
  expect(message).not.toContain('topsecret')
  expect(message).not.toContain('tooshort')
})

test.each([
  ['PORTAL_ORIGIN', 'http://portal.example.com'],
  ['PORTAL_ORIGIN', 'https://portal.example.com/'],
  ['PORTAL_ORIGIN', 'portal.example.com'],
  ['REDIS_URL', 'http://redis:6379'],
  ['REDIS_URL', 'redis+cluster:/x'],
  ['SESSION_KEYS', `1:${newKey()},1:${newKey()}`],
  ['SESSION_KEYS', `0:${newKey()}`],
  ['DATA_KEYS', newKey()],
  ['NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', 'short'],
  ['KAZOO_ALLOWED_ORIGINS', 'https://kazoo.internal/v2=10.0.0.0/8'],
  ['SESSION_HOURS', '100'],
  ['PUBLIC_ADDRESSES', '203.0.113.7, portal.example.com'],
  ['DNS_SERVERS', 'dns.example.com'],
  ['DNS_SERVERS', '::1:53:'],
  ['EDGE_SECRET', 'too short'],
])('%s is refused as %s', async (key, value) => {
  await expect(read({ [key]: value })).rejects.toThrow(key)
})

test.each([
  'redis://h:1',
  'rediss://h:1',
  'unix:///run/redis.sock',
  'redis+sentinel://a:1,b:2/name',
  'rediss+cluster://a:1,b:2',
])('REDIS_URL may be %s', async (url) => {
  await expect(read({ REDIS_URL: url })).resolves.toBeDefined()
})

test('resolvers are IPv4 or IPv6 addresses, with or without a port', async () => {
  const env = await read({ DNS_SERVERS: '9.9.9.9, 127.0.0.1:5353 2620:fe::fe,[::1]:53' })
  expect(env.dnsServers).toEqual(['9.9.9.9', '127.0.0.1:5353', '2620:fe::fe', '[::1]:53'])
})

test('SMTP_URL requires one sender address without line breaks; without SMTP_URL there is no sender', async () => {
  const smtp = { SMTP_URL: 'smtps://portal:mailsecret@mail.internal' }
  expect(await read({ SMTP_URL: '', MAIL_FROM: '' })).toMatchObject({ smtpUrl: null, mailFrom: null })
  const env = await read({ ...smtp, MAIL_FROM: '"Acme Portal" <portal@example.com>' })
  expect(env.mailFrom).toEqual({ name: 'Acme Portal', address: 'portal@example.com' })
  expect(inspect(env, { depth: 9, showHidden: true })).not.toContain('mailsecret')
  const bad = [
    '',
    'Portal',
    'Portal <portal>',
    'a@example.com, b@example.com',
    'Portal\r\nBcc: x <a@example.com>',
  ]
  for (const MAIL_FROM of bad) await expect(read({ ...smtp, MAIL_FROM })).rejects.toThrow('MAIL_FROM')
  await expect(read({ SMTP_URL: 'http://mail.internal', MAIL_FROM: 'a@example.com' })).rejects.toThrow(
    'SMTP_URL',
  )
})
