import { expect, test, vi } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy.ts'

const PRODUCTION = [
  "default-src 'none'",
  "script-src 'self' 'nonce-abc=' 'strict-dynamic'",
  "style-src-elem 'self' 'nonce-abc='",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
]

/** The parts of the policy in a process with that NODE_ENV. */
function policyIn(environment: string): string[] {
  vi.stubEnv('NODE_ENV', environment)
  return contentSecurityPolicy('abc=').split('; ')
}

test.each(['production', 'test', ''])(
  'security row 20: "%s" evaluates nothing and connects to itself alone',
  (name) => {
    expect(policyIn(name)).toEqual(PRODUCTION)
  },
)

test('development differs in what hot reload needs, and in nothing else', () => {
  expect(policyIn('development').filter((part, at) => part !== PRODUCTION[at])).toEqual([
    "script-src 'self' 'nonce-abc=' 'strict-dynamic' 'unsafe-eval'",
    "style-src-elem 'self' 'unsafe-inline'",
    "connect-src 'self' ws:",
  ])
})
