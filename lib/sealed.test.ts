import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { seal, SealedMap, unseal } from './sealed.ts'

const secret = seal<'password'>('hunter2-hunter2')

test('a sealed value throws wherever it would be converted to text', () => {
  // Each is a way in which code may convert a value to text by accident.
  const conversions = [
    () => String(secret),
    () => JSON.stringify({ deep: [{ secret }] }),
    () => encodeURIComponent(Object(secret)),
    () => ['a', secret].join('/'),
    () => new URL(Object(secret)),
    () => Buffer.from(Object(secret)).toString(),
  ]
  for (const convert of conversions) expect(convert).toThrow(TypeError)
})

test('a sealed value reveals nothing when it is inspected, copied or enumerated', () => {
  const outputs = [
    inspect({ deep: { secret } }, { depth: 9, showHidden: true }),
    JSON.stringify(Object.entries(secret)),
    JSON.stringify({ ...Object(secret) }),
    Object.getOwnPropertyNames(secret).join(),
    (() => {
      try {
        return JSON.stringify(structuredClone(secret))
      } catch {
        return ''
      }
    })(),
  ]
  for (const output of outputs) expect(output).not.toContain('hunter2')
  expect(inspect(secret)).toBe('[sealed]')
})

test('sealed values can be compared and used as map keys without being opened', () => {
  const map = new SealedMap([[secret, 'found']])
  expect(secret.equals(seal('hunter2-hunter2'))).toBe(true)
  expect(secret.equals(seal('hunter3-hunter3'))).toBe(false)
  expect([map.get(seal('hunter2-hunter2')), map.has(seal('other')), map.size]).toEqual(['found', false, 1])
  expect(unseal(secret)).toBe('hunter2-hunter2')
})
