// Loads the classifiers of a Kazoo from a real server that may be hostile.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { classifiersOf, forgetClassifiers } from './classifiers.ts'
import { envelope, failure, send, TestCrossbar } from '../../testing/kazoo/crossbar.ts'

const open: TestCrossbar[] = []
beforeEach(forgetClassifiers)
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

async function answering(data: unknown): Promise<TestCrossbar> {
  const server = await TestCrossbar.start((_request, response) => {
    send(response, data === null ? 404 : 200, data === null ? failure(404) : envelope(data))
  })
  open.push(server)
  return server
}

test('the classes of numbers are requested once for five minutes, for each Kazoo', async () => {
  const server = await answering({
    mobile_de: { regex: '^\\+491', friendly_name: 'German mobile' },
    premium: { regex: '^0900' },
  })
  const expected = [
    { key: 'mobile_de', name: 'German mobile' },
    { key: 'premium', name: 'premium' },
  ]
  expect(await classifiersOf(server.kazoo(), 'here')).toEqual(expected)
  expect(await classifiersOf(server.kazoo(), 'here')).toEqual(expected)
  expect(server.heard.map(({ url }) => url)).toEqual(['/v2/phone_numbers/classifiers'])
  await classifiersOf(server.kazoo(), 'there')
  expect(server.heard).toHaveLength(2)
})

test('a Kazoo that does not tell has none, and is asked again', async () => {
  const server = await answering(null)
  expect(await classifiersOf(server.kazoo(), 'here')).toEqual([])
  expect(await classifiersOf(server.kazoo(), 'here')).toEqual([])
  expect(server.heard).toHaveLength(2)
})

test('odd and countless classifiers are bounded', async () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`class${at}`, 7]))
  const server = await answering({
    'a b': {},
    long: { friendly_name: 'x'.repeat(500) },
    lines: { friendly_name: 'a\nb' },
    ...many,
  })
  const found = await classifiersOf(server.kazoo(), 'here')
  expect(found).toHaveLength(60)
  expect(found.slice(0, 3)).toEqual([
    { key: 'long', name: 'long' },
    { key: 'lines', name: 'lines' },
    { key: 'class0', name: 'class0' },
  ])
})
