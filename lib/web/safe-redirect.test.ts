import { array, assert, constantFrom, oneof, property, string, webUrl } from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalPath } from './canonical-path.ts'
import { pathWithin, safeRedirectPath } from './safe-redirect.ts'
import { signInInput } from '../actions/session-input.ts'
import { stepUpInput } from '../actions/step-up-input.ts'

const ORIGINS = ['https://portal.example', 'https://phones.acme.example:8443', 'http://localhost:3000']

/** Targets that attackers use. */
const PIECES = [
  '/',
  '//',
  '///',
  '\\',
  '/\\',
  '.',
  '..',
  './',
  '../',
  '/.',
  '/..',
  '/.//',
  '/..//',
  '/x/..//',

  '%2e',
  '%2E%2e',
  '.%2e',
  '%2f',
  '%2F%2f',
  '%5c',
  '%5C',
  '%09',
  '%0d%0a',
  '%00',
  '%25',
  '%',
  '%zz',
  '%69',
  '\t',
  '\n',
  '\r',
  '\0',
  '\v',
  ' ',
  '\u00a0',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\u2028',
  '／',
  '＼',
  '．',
  '。',
  '⁄',
  '∕',
  '﹨',
  'é',
  '日本',
  '😀',
  '\ud800',
  '@',
  ':',
  ':80',
  ':443',
  'user@',
  'user:pass@',
  '?',
  '#',
  ';',
  '&next=',
  '[::1]',
  '127.1',
  '0x7f.1',
  'evil.example',
  'www.evil.example',
  'https:',
  'http://',
  'javascript:',
  'data:',
  'x',
  'accounts',
  'sign-in',
]
const targets = oneof(
  array(constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
  array(constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => `/${pieces.join('')}`),
  string({ unit: 'binary' }),
  webUrl({ withQueryParameters: true }).map((url) => url.replace(/^https?:/, '')),
)

test('security row 24: whatever `next` says, the browser stays on the origin it is on', () => {
  assert(
    property(targets, constantFrom(...ORIGINS), (target, origin) => {
      const path = safeRedirectPath(target)
      // Resolved as a Location is, and again as the address bar would resolve the result.
      const reached = new URL(path, `${origin}/sign-in`)
      expect(reached.origin).toBe(origin)
      expect(reached.pathname + reached.search).toBe(path)
      expect(new URL(reached.pathname, origin).origin).toBe(origin)
      expect(safeRedirectPath(path)).toBe(path)
      expect(path).not.toMatch(/^\/(sign|\/)/)
    }),
    { numRuns: 5_000 },
  )
})

test('security row 24: a target elsewhere, or to no page of ours, leads home', () => {
  for (const target of [
    '',
    'evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/.//evil.example',
    '/./\\evil.example',
    '/x/..//evil.example',
    '/x/..\\/evil.example',
    '/%2e//evil.example',
    '/x/%2e%2E//evil.example',
    '/x/.%2e//evil.example',
    '/a/b/../..//evil.example/accounts',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    '/.\t//evil.example',
    '/%09/evil.example',
    '/%2f/evil.example',
    '/%5cevil.example',
    '/%2e%2f%2fevil.example',
    '/／evil.example',
    '/@evil.example',
    '//user:pass@evil.example:8443/x',
    'https://evil.example',
    'https:evil.example',
    'https:/evil.example',
    'http:\\\\evil.example',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    '/accounts/\u202eelpmaxe',
    '/accounts/ü',
    '/accounts/%',
    '/sign-in',
    '/sign-out',
    '/sign-on',
    '/x/../sign-out',
    '/%73ign-out',
    '/./sign-in?next=//evil.example',
  ])
    expect(safeRedirectPath(target), JSON.stringify(target)).toBe('/')
})

test('security row 24: pages of ours are valid targets, in their canonical spelling and with their query', () => {
  for (const [target, path] of [
    ['/', '/'],
    ['/accounts/acc_AAAAAAAAAAAAAAAAAAAAAA', '/accounts/acc_AAAAAAAAAAAAAAAAAAAAAA'],
    ['/accounts/acc_A-_~.0/users?q=M%C3%BCller&page=2', '/accounts/acc_A-_~.0/users?q=M%C3%BCller&page=2'],
    ['/brand/domains/xn--bro-hoa.north.example', '/brand/domains/xn--bro-hoa.north.example'],
    ['/profile/security/app?next=//evil.example', '/profile/security/app?next=//evil.example'],
    ['/accounts#devices', '/accounts'],
    ['/as/%69mp_AAAAAAAAAAAAAAAAAAAAAA', '/as/imp_AAAAAAAAAAAAAAAAAAAAAA'],
    ['/audit/./x/../settings', '/audit/settings'],
    ['/devices//dev_A', '/devices/dev_A'],
  ] as const)
    expect(safeRedirectPath(target), target).toBe(path)
})

test('security row 24: the forms that take a `next` apply the same rule', () => {
  const typed = { email: 'ada@example.com', password: 'seven-lanterns-over-the-quay' }
  for (const next of ['/.//evil.example', '/x/..//evil.example']) {
    expect(signInInput.parse({ ...typed, next }).next).toBe('/')
    expect(stepUpInput.parse({ ...typed, next }).next).toBe('/')
  }
})

test('a target built by the domain may lead to sign-in, and nowhere outside', () => {
  expect(pathWithin('/sign-in?done=1')).toBe('/sign-in?done=1')
  expect(pathWithin('/.//evil.example')).toBeNull()
  expect(pathWithin('https://portal.invalid/accounts')).toBeNull()
})

test('a path has one spelling, which is its own', () => {
  for (const [target, path] of [
    ['/as/%69mp_AAAAAAAAAAAAAAAAAAAAAA/me', '/as/imp_AAAAAAAAAAAAAAAAAAAAAA/me'],
    ['/%61s/imp%5fx%2Dy', '/as/imp_x-y'],
    ['/edge/%61llow?domain=x', '/edge/allow'],
    ['/x/../edge/allow', '/edge/allow'],
    ['/x/%2E%2e/edge\\allow', '/edge/allow'],
    ['//evil.example/x', '/evil.example/x'],
    ['/.//evil.example', '/evil.example'],
    ['/%2569mp', '/%2569mp'],
    ['/a%2Fb%5C%00', '/a%2Fb%5C%00'],
    ['/a#b?c', '/a'],
    ['/as/imp_AAAAAAAAAAAAAAAAAAAAAA.rsc', '/as/imp_AAAAAAAAAAAAAAAAAAAAAA'],
    ['/as/imp_AAAAAAAAAAAAAAAAAAAAAA/me%2ersc.rsc?x', '/as/imp_AAAAAAAAAAAAAAAAAAAAAA/me'],
  ] as const)
    expect(canonicalPath(target), target).toBe(path)
  for (const target of ['', '*', 'x', 'http://portal.example/']) expect(canonicalPath(target)).toBeNull()
  assert(
    property(targets, (target) => {
      const path = canonicalPath(`/${target}`)
      expect(path).toMatch(/^\/(?![/\\])/)
      expect(canonicalPath(path ?? '')).toBe(path)
      expect(new URL(path ?? '', 'https://portal.example').pathname).toBe(path)
    }),
    { numRuns: 5_000 },
  )
})
