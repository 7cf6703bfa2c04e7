// Tests that values encrypted by an earlier release still open, byte for byte: they are on disk, in Redis and
// in cookies.
import { unsealData } from 'iron-session'
import { beforeAll, expect, test } from 'vitest'
import { newKey, setTestEnvironment } from '../testing/store.ts'
import type { Ring } from './env.ts'
import { decrypt, encrypt, keyFor, newestNumber } from './key-ring.ts'
import { seal, unseal } from './sealed.ts'
import { cookiePasswords, openBytes } from './session/seal-ring.ts'
import { openEnvelope } from './store/envelope.ts'

const FIRST = 'Zmlyc3Qga2V5IG9mIGEgdGVzdCwgb2YgMzIgYnl0ZXM='
const TWELFTH = 'b3RoZXIga2V5IG9mIGEgdGVzdCwgb2YgMzIgYnl0ZXM='
const ring: Ring = new Map([
  [1, seal<'key'>(FIRST)],
  [12, seal<'key'>(TWELFTH)],
])

beforeAll(() =>
  setTestEnvironment('postgres://nobody@127.0.0.1:1/none', { SESSION_KEYS: `12:${TWELFTH},1:${FIRST}` }),
)

test.for([
  'v1.1.TclZK4tLWb38FZVB3jJW_7LDjLwhtUEGeesYP2YiFJUNIXwDrn7y0veT-_PG_eeSB17oyrkznkK9k9XMK7frXiA756aJmSIlhsA',
  'v1.12.g80juZe228yvjJBN6fm6juDMm40sqf2VAWOFea586DUXzup1o4bQbn9TqyextpNeg9UvZVLuY_fs586JIV_564FJuhUUHnxrCXs',
])('security row 16: an envelope of an earlier release opens: %s', (envelope) => {
  const opened = openEnvelope(ring, { tenant: '6f1c', kind: 'api key', row: 'a "row"' }, envelope)
  expect(unseal(opened)).toBe('a secret of the tenant, with ümlauts and 💬')
})

test.for([
  ['record', 'ARGLyRBNjM6A3m36GOLTJTcwTNuk8zFqT3OvKiUV2QlqJ1nyIk59bttR0XXuvA'],
  ['ids', 'AQuQWYeBQXR0PyHyJdaLxJc5P4Qkp4VykUsx3MJ0mIr1WBBoamBIm2OUfHEeYQ'],
  ['index', 'AajTTfLAl5_2OY--hA7dJhQYC_YM-KZ49MUY-LFR-hBvMJtDUHEqhaNbpaDW4g'],
  ['pending', 'AeaDjVvdbS_1Orc25IEm3jVkda0uGNbATeidJ-4tmkjyFLjnji63v6a44pgULw'],
  ['work', 'AS6RZw21MrGeHb0-fbbTUrmhBfAXn7PB-8La5qsz1_MjwtK2bTppfejpGWUeOQ'],
  ['record', 'DJ91EvXzx9OqYLNVDsYDpidyfXwR7_u1PkdGJtgi_pGOSgb8N9LMbHwHGX9WAA'],
] as const)('security row 16: a %s of an earlier release opens in Redis: %s', ([purpose, text]) => {
  const blob = Buffer.from(text, 'base64url')
  expect(openBytes(purpose, 'a key r', blob)?.toString()).toBe('kept in Redis, ü')
  expect(openBytes(purpose, 'another key r', blob)).toBeNull()
})

test.for([
  'Fe26.2*1*0d720a8cba221835e408ccf29803638f3252695a3aac5ba17653a452007d554b*cturBmphQdmJIUtiJAv6cQ*Q-PSCl1ESTM6G6shhiDikg**08329a9b54848152689f099d127dcdec058f8cdd8577432f4411da5c0c8eeab3*r-qQsxFMT2-ptHjl3lp-UBlqjWB9pS7epajDAiHdjhk~2',
  'Fe26.2*12*7edb8134d2c0115caa59b892298f279e0a746b60eb414768471934dd179770ff*fbHPxYnXQlLrHyUyVvt--w*EHKngwCrry6afDY1ZNA97g**1b680e9e3882c8c86f512b90270137cc5cfe34bbabfda8708e24eddcb6ddbc5b*rEpkbqqxyvgnGhizVAub3V1cpscI4wsN2IcUtzlyNRk~2',
])('security row 16: a cookie of an earlier release opens: %s', async (cookie) => {
  expect(await unsealData(cookie, { password: cookiePasswords(), ttl: 0 })).toEqual({ id: 'an id' })
})

test('security row 16: a key opens only values of its own use, and an empty ring has no newest key', () => {
  const [one, other] = [keyFor(ring, 12, 'one'), keyFor(ring, 12, 'other')]
  if (one === null || other === null) throw new Error('the ring has key 12')
  const encrypted = encrypt(one, 'for this row', Buffer.from('a secret'))
  expect(decrypt(one, 'for this row', encrypted)?.toString()).toBe('a secret')
  expect(decrypt(other, 'for this row', encrypted)).toBeNull()
  expect(decrypt(one, 'for that row', encrypted)).toBeNull()
  expect(decrypt(one, 'for this row', encrypted.subarray(0, 27))).toBeNull()
  expect(keyFor(ring, 2, 'one')).toBeNull()
  expect(keyFor(new Map([[1, seal<'key'>(newKey().slice(0, 20))]]), 1, 'one')).toBeNull()
  expect([newestNumber(ring), newestNumber(new Map())]).toEqual([12, null])
})
