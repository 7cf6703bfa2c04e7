import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startNameServer, type NameServer } from '../../scripts/services/name-server.ts'
import { lookUp, systemResolvers } from './look-up.ts'

let server: NameServer
beforeAll(async () => {
  server = await startNameServer()
})
afterAll(() => server.stop())
beforeEach(() => {
  server.zones = {}
  server.truncated = false
})

const look = () => lookUp(server.address, 'portal.acme.test', '_portal-proof.portal.acme.test')
const NONE = { kind: 'none' }
const SILENT = { kind: 'silent' }
const found = (...values: string[]) => ({ kind: 'found', values })

test('a name that does not exist has no records, and that is an answer', async () => {
  expect(await look()).toEqual({ chain: [], a: NONE, aaaa: NONE, txt: NONE })
})

test('addresses of both kinds and the parts of a text are returned unchanged', async () => {
  server.zones['portal.acme.test'] = { A: ['203.0.113.7'], AAAA: ['2001:db8::7'] }
  server.zones['_portal-proof.portal.acme.test'] = { TXT: ['one', 'two'] }
  expect(await look()).toEqual({
    chain: [],
    a: found('203.0.113.7'),
    aaaa: found('2001:db8::7'),
    txt: found('one', 'two'),
  })
})

test('aliases are followed to their end', async () => {
  server.zones['portal.acme.test'] = { CNAME: 'Edge.Acme.Test' }
  server.zones['edge.acme.test'] = { CNAME: 'portal.example' }
  server.zones['portal.example'] = { A: ['203.0.113.7'] }
  expect(await look()).toMatchObject({
    chain: ['edge.acme.test', 'portal.example'],
    a: found('203.0.113.7'),
  })
})

test('aliases in a circle, or without end, are abandoned', async () => {
  server.zones['portal.acme.test'] = { CNAME: 'a.test' }
  server.zones['a.test'] = { CNAME: 'portal.acme.test' }
  expect((await look()).chain).toBeNull()
  server.zones = Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [`n${at}.test`, { CNAME: `n${at + 1}.test` }]),
  )
  server.zones['portal.acme.test'] = { CNAME: 'n0.test' }
  expect((await look()).chain).toBeNull()
})

test('an answer that is too long for a datagram is fetched by TCP', async () => {
  server.truncated = true
  server.zones['portal.acme.test'] = { A: ['203.0.113.7'] }
  expect(await look()).toMatchObject({ a: found('203.0.113.7') })
})

test('a server that fails, or does not exist, leaves the answer unknown', async () => {
  server.zones['portal.acme.test'] = { fail: true }
  server.zones['_portal-proof.portal.acme.test'] = { TXT: ['one'] }
  expect(await look()).toMatchObject({ a: SILENT, aaaa: SILENT, txt: found('one') })
  expect(await lookUp('127.0.0.1:1', 'portal.acme.test', 'x.test')).toMatchObject({ a: SILENT, txt: SILENT })
}, 20_000)

test('of a flood of values the first are returned, shortened and without terminal control characters', async () => {
  server.zones['_portal-proof.portal.acme.test'] = {
    TXT: Array.from({ length: 60 }, (_, at) => `\u001b[31m${at}${'x'.repeat(200)}`),
  }
  const { txt } = await look()
  expect(txt.kind === 'found' && txt.values).toHaveLength(20)
  expect(txt.kind === 'found' && txt.values[0]).toMatch(/^\?\[31m0x+$/)
})

test('this machine has resolvers of its own', () => {
  expect(systemResolvers().length).toBeGreaterThan(0)
})
