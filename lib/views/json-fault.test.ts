import { expect, test } from 'vitest'
import { jsonFault } from './json-fault.ts'

test.each([
  ['{}'],
  [' [1, -2.5e3, "a\\n\\u00e9", true, null, {"a": [], "b": {"a": 1}}]\n'],
  ['"text \u007f\u0085"'],
  ['['.repeat(5_000)],
])('%j has no fault that could be named', (text) => expect(jsonFault(text)).toBeNull())

test.each([
  ['', 1],
  ['{"half": ', 1],
  ['{\n  "a": 1,\n}', 3],
  ['{\n  "a": 1\n  "b": 2\n}', 3],
  ['{\n  a: 1\n}', 2],
  ["[\n'one'\n]", 2],
  ['[1,\n2,\n03]', 3],
  ['[1,\n2.]', 2],
  ['{"a": 1}\n\n{"b": 2}', 3],
  ['[\n"a\nb"]', 2],
  ['[1 2]', 1],
  ['{"a" 1}', 1],
  ['truth', 1],
])('%j is wrong at line %i', (text, line) => expect(jsonFault(text)).toEqual({ line, why: 'syntax' }))

test('a key that is repeated in its object is a fault, because all but the last would be lost', () => {
  expect(jsonFault('{\n "a": 1,\n "b": 2,\n "\\u0061": 3}')).toEqual({ line: 4, why: 'twice' })
  expect(jsonFault('[{"a": 1}, {"a": 2}]')).toBeNull()
})

test('what JSON.parse accepts has no fault, and what it refuses has one', () => {
  const pieces = ['{', '}', '[', ']', ',', ':', '"a"', '1', 'null', ' ', '\n']
  let seed = 7
  for (let round = 0; round < 20_000; round++) {
    let text = ''
    for (let length = 1 + (seed % 7); length > 0; length--) {
      seed = (seed * 48_271) % 2_147_483_647
      text += pieces[seed % pieces.length] ?? ''
    }
    const fault = jsonFault(text)
    if (fault?.why !== 'twice') expect(fault === null, text).toBe(parses(text))
  }
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
