import { expect, test } from 'vitest'
import { demoOptions, devOptions } from './options.ts'

test('the defaults are Kazoo 5.0, the demo world and port 3000', () => {
  expect(demoOptions([], undefined)).toEqual({ kazoo: '5.0', world: 'demo', port: 3000 })
})

test('Kazoo, world and port can be chosen', () => {
  expect(demoOptions(['--kazoo', '4.3', '--world=large'], '8080')).toEqual({
    kazoo: '4.3',
    world: 'large',
    port: 8080,
  })
})

test('all errors are reported at once', () => {
  expect(() => demoOptions(['--kazoo', '6', '--world', 'wide'], 'eighty')).toThrow(
    /--kazoo takes 4.3 or 5.0\n--world takes demo, large or empty\nPORT is a number/,
  )
})

test.each([[['--port', '80']], [['large']]])('an unknown word is refused: %s', (words) => {
  expect(() => demoOptions(words, undefined)).toThrow(/nknown option|Unexpected argument/)
})

test('the development server accepts the same options, and --fresh', () => {
  expect(devOptions([], undefined)).toEqual({ kazoo: '5.0', world: 'demo', port: 3000, fresh: false })
  expect(devOptions(['--fresh', '--kazoo=4.3'], '3100')).toEqual({
    kazoo: '4.3',
    world: 'demo',
    port: 3100,
    fresh: true,
  })
  expect(() => demoOptions(['--fresh'], undefined)).toThrow(/nknown option/)
})
