import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Ring } from '../env.ts'
import { seal, type Sealed } from '../sealed.ts'
import {
  digest,
  EnvelopeFault,
  freshKey,
  joined,
  openEnvelope,
  part,
  resealEnvelope,
  sealEnvelope,
} from './envelope.ts'

const [first, second] = [freshKey(), freshKey()]
const old: Ring = new Map([[1, first]])
const both: Ring = new Map([
  [1, first],
  [2, second],
])
const context = { tenant: 'one', kind: 'api key', row: 'a' }
const secret = seal<'api key'>('a secret of the tenant, with ümlauts and 💬')

function opens(ring: Ring, at: typeof context, text: string): boolean {
  return openEnvelope<'api key'>(ring, at, text).equals(secret)
}

test('an envelope opens in the context it was sealed for, and returns the secret', () => {
  expect(opens(old, context, sealEnvelope(old, context, secret))).toBe(true)
})

test('an empty secret is returned too', () => {
  const empty: Sealed<'api key'> = seal('')
  expect(openEnvelope<'api key'>(old, context, sealEnvelope(old, context, empty)).equals(empty)).toBe(true)
})

test('moved to another tenant, kind or row it does not open', () => {
  const sealed = sealEnvelope(old, context, secret)
  for (const moved of [
    { tenant: 'two' },
    { kind: 'credentials token' },
    { row: 'b' },
    { tenant: 'on', kind: 'eapi key' },
  ]) {
    expect(() => opens(old, { ...context, ...moved }, sealed)).toThrow(EnvelopeFault)
  }
})

test('it does not open under the number of another key either, even where both keys are known', () => {
  const renumbered = sealEnvelope(old, context, secret).replace('v1.1.', 'v1.2.')
  expect(() => opens(both, context, renumbered)).toThrow(EnvelopeFault)
  const darkColours: Ring = new Map([
    [1, first],
    [2, first],
  ])
  expect(() => opens(darkColours, context, renumbered)).toThrow(EnvelopeFault)
})

test('with any bit changed, shortened, or in an unknown form it does not open', () => {
  const sealed = sealEnvelope(old, context, secret)
  const bytes = Buffer.from(sealed.slice(5), 'base64url')
  for (const at of bytes.keys()) {
    const other = Buffer.from(bytes)
    other[at] = (other[at] ?? 0) ^ 1
    expect(() => opens(old, context, `v1.1.${other.toString('base64url')}`)).toThrow(EnvelopeFault)
  }
  for (const text of [
    sealed.slice(0, -4),
    '',
    'v1.1.',
    'v1.1.AAAA',
    'v2' + sealed.slice(2),
    ` ${sealed}`,
    'nonsense',
  ]) {
    expect(() => opens(old, context, text)).toThrow(EnvelopeFault)
  }
})

test('the same secret never has the same envelope twice, and no part of it is visible', () => {
  const texts = [1, 2, 3].map(() => sealEnvelope(old, context, secret))
  expect(new Set(texts).size).toBe(3)
  expect(Buffer.from(texts.join(''), 'base64url').toString('latin1')).not.toContain('secret')
})

test('the newest key seals and every key of the ring opens', () => {
  const sealed = sealEnvelope(old, context, secret)
  expect(opens(both, context, sealed)).toBe(true)
  expect(sealEnvelope(both, context, secret)).toMatch(/^v1\.2\./)
  expect(() => opens(new Map([[2, second]]), context, sealed)).toThrow(EnvelopeFault)
})

test('resealed under the newest key it no longer needs the old one, and is not resealed again', () => {
  const fresh = resealEnvelope(both, context, sealEnvelope(old, context, secret)) ?? ''
  expect(opens(new Map([[2, second]]), context, fresh)).toBe(true)
  expect(resealEnvelope(both, context, fresh)).toBe(null)
})

test('a key that has not 32 bytes seals nothing', () => {
  const short: Ring = new Map([[1, seal<'key'>(randomBytes(16).toString('base64'))]])
  expect(() => sealEnvelope(short, context, secret)).toThrow(EnvelopeFault)
  expect(() => sealEnvelope(new Map(), context, secret)).toThrow(EnvelopeFault)
})

test('a digest depends on key, purpose and every secret, and on where one ends and the next begins', () => {
  const [a, b] = [seal<'id'>('a'), seal<'id'>('b')]
  const same = digest(first, 'account', a, b)
  expect(same).toBe(digest(first, 'account', a, b))
  expect(same).toMatch(/^[0-9a-f]{64}$/)
  const others = [
    digest(second, 'account', a, b),
    digest(first, 'device', a, b),
    digest(first, 'account', b, a),
    digest(first, 'account', seal<'id'>('ab')),
  ]
  expect(new Set([same, ...others]).size).toBe(5)
})

test('joined secrets are separated unchanged', () => {
  const all = joined(seal<'id'>('x","y'), seal<'id'>(''))
  expect(part<'id'>(all, 0).equals(seal<'id'>('x","y'))).toBe(true)
  expect(part<'id'>(all, 1).equals(seal<'id'>(''))).toBe(true)
  expect(() => part<'id'>(all, 2)).toThrow(EnvelopeFault)
})
