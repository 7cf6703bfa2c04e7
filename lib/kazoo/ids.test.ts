import { expect, test } from 'vitest'
import { NotFound } from '../errors.ts'
import { seal, unseal } from '../sealed.ts'
import { path } from './client.ts'
import { containsKazooId, kazooId } from './ids.ts'

const account = seal<'kazoo account'>('0123456789abcdef0123456789abcdef')

/** Of Kazoo's own making, of its first seed, of scripts, and the shortest and longest that are taken. */
const DOCUMENTS = [
  '0123456789abcdef0123456789abcdef',
  '0123456789ABCDEF0123456789ABCDEF',
  'a'.repeat(33),
  '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  '3F2504E0-4F89-41D3-9A0C-0305E82C3301',
  'b'.repeat(24),
  'c'.repeat(64),
]
const REFUSED = [
  '',
  'b'.repeat(23),
  'c'.repeat(65),
  'status',
  'weird id!',
  '..',
  'a'.repeat(24) + '/',
  'a'.repeat(24) + '\n',
  '%2e'.repeat(12),
  '-'.repeat(24),
  'g'.repeat(32),
]

test('security row 8: a document has an id of 24 to 64 hex digits and dashes, which goes unchanged into a path', () => {
  for (const id of DOCUMENTS) {
    expect(unseal(kazooId('device').parse(id)), id).toBe(id)
    const at = path`/accounts/${account}/devices/${seal<'kazoo device'>(id)}`
    expect(unseal(at.text)).toBe(`/accounts/0123456789abcdef0123456789abcdef/devices/${id}`)
    expect(at.template).toBe('/accounts/_/devices/_')
  }
  for (const id of REFUSED) {
    expect(kazooId('device').safeParse(id).success, id).toBe(false)
    expect(() => path`/accounts/${account}/devices/${seal<'kazoo device'>(id)}`, id).toThrow(NotFound)
  }
})

test('security row 8: an account has an id of exactly 32 lower-case hex digits', () => {
  for (const id of [...DOCUMENTS.slice(1), ...REFUSED]) {
    expect(kazooId('account').safeParse(id).success, id).toBe(false)
    expect(() => path`/accounts/${seal<'kazoo account'>(id)}`, id).toThrow(NotFound)
  }
})

test('an id of any of these forms is found inside something longer, and no telephone number or word is', () => {
  for (const id of DOCUMENTS) {
    expect(containsKazooId(id), id).toBe(true)
    expect(containsKazooId(`https://x.example/${id}/y`), id).toBe(true)
  }
  for (const text of ['+14155550123', '00:04:f2:ab:7e:fd', 'a facade of decades', '-'.repeat(40), ''])
    expect(containsKazooId(text), text).toBe(false)
})
