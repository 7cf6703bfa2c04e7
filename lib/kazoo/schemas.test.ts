// Loads the schemas of a Kazoo from a real server that may be hostile.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Unavailable } from '../errors.ts'
import { forgetSchemas, schemasOf } from './schemas.ts'
import { envelope, failed, failure, send, TestCrossbar } from '../../testing/kazoo/crossbar.ts'

const open: TestCrossbar[] = []
beforeEach(forgetSchemas)
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

async function serving(schema: (name: string) => unknown) {
  const server = await TestCrossbar.start(({ url }, response) => {
    const found = schema(url.replace('/v2/schemas/', ''))
    send(response, found === undefined ? 404 : 200, found === undefined ? failure(404) : envelope(found))
  })
  open.push(server)
  return {
    kazoo: server.kazoo(),
    requested: () => server.heard.map(({ url }) => url.replace('/v2/schemas/', '')),
  }
}

test('a schema comes with all it refers to, each requested once, and once for all concurrent callers', async () => {
  const known: Record<string, unknown> = {
    users: {
      properties: { a: { $ref: 'call_waiting' }, b: { $ref: 'call_waiting' }, c: { $ref: 'nowhere' } },
    },
    call_waiting: { properties: { deep: { items: { $ref: 'endpoint.media' } } } },
    'endpoint.media': { oneOf: [{ $ref: 'users' }, { type: 'string' }] },
  }
  const { kazoo, requested } = await serving((name) => known[name])
  const both = await Promise.all([schemasOf(kazoo, 'here', 'users'), schemasOf(kazoo, 'here', 'users')])
  expect([...both[0].named.keys()].toSorted()).toEqual(['call_waiting', 'endpoint.media', 'users'])
  await schemasOf(kazoo, 'here', 'users')
  expect(requested().toSorted()).toEqual(['call_waiting', 'endpoint.media', 'nowhere', 'users'])
  await schemasOf(kazoo, 'there', 'users')
  expect(requested()).toHaveLength(8)
})

test('where the time of the first caller runs out, those who wait for the same answer ask themselves', async () => {
  const server = await TestCrossbar.start((_request, response) => {
    if (server.heard.length > 1) send(response, 200, envelope({ properties: { a: { type: 'string' } } }))
  })
  open.push(server)
  const ending = new AbortController()
  const first = failed(schemasOf(server.kazoo({ signal: ending.signal }), 'here', 'users'))
  const second = schemasOf(server.kazoo(), 'here', 'users')
  await expect.poll(() => server.heard.length).toBe(1)
  ending.abort()
  expect(await first).toMatchObject({ reason: 'timeout' })
  expect([...(await second).root.properties.keys()]).toEqual(['a'])
  expect(server.heard).toHaveLength(2)
})

test('a reference that would lead out of the schemas, or is none of Kazoo’s, is never requested', async () => {
  const refs = [
    '../accounts',
    '..',
    '/etc',
    'a/b',
    'https://evil.example/',
    '#/definitions/x',
    'A',
    '',
    'x'.repeat(65),
    7,
  ]
  const { kazoo, requested } = await serving((name) =>
    name === 'users'
      ? { properties: Object.fromEntries(refs.map((ref, at) => [`k${at}`, { $ref: ref }])) }
      : {},
  )
  await schemasOf(kazoo, 'here', 'users')
  expect(requested()).toEqual(['users'])
})

test('an endless chain of references is followed for sixty schemas', async () => {
  const { kazoo, requested } = await serving((name) => {
    const at = Number(name.replace('s', '')) || 0
    return { properties: { a: { $ref: `s${at * 2 + 1}` }, b: { $ref: `s${at * 2 + 2}` } } }
  })
  await schemasOf(kazoo, 'here', 's0')
  expect(requested().length).toBeLessThanOrEqual(60)
})

test('without the schema itself nothing can be shown, and the next caller tries again', async () => {
  let there = false
  const { kazoo } = await serving(() => (there ? {} : undefined))
  await expect(schemasOf(kazoo, 'here', 'users')).rejects.toBeInstanceOf(Unavailable)
  there = true
  await expect(schemasOf(kazoo, 'here', 'users')).resolves.toMatchObject({ root: { types: [] } })
})
