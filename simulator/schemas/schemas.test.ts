import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isObject, type Json } from '../json.ts'
import { schemas } from './all.ts'
import { check } from './check.ts'

const versions = ['4.3', '5.0'] as const

/** Kazoo's own files, if they are available. They are not part of this project. */
const theirs = new URL('../../../shared/kazoo/schemas/', import.meta.url)

/** Words for people, and the file's own name. */
const WORDS = new Set(['description', 'support_level', '$schema', '_id', 'name'])

function facts(value: Json, isSchema = true): Json {
  if (Array.isArray(value)) return value.map((item) => facts(item))
  if (!isObject(value)) return value
  const kept: { [key: string]: Json } = {}
  for (const [key, item] of Object.entries(value)) {
    if (isSchema && WORDS.has(key) && !(key === 'name' && isObject(item))) continue
    kept[key] = facts(item, !['properties', 'patternProperties', 'default'].includes(key))
  }
  return kept
}

/** Without empty `properties`, which say nothing. */
function bare(value: Json): Json {
  if (Array.isArray(value)) return value.map(bare)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => !(key === 'properties' && isObject(item) && Object.keys(item).length === 0))
      .map(([key, item]) => [key, bare(item)]),
  )
}

const files = existsSync(theirs) ? readdirSync(theirs).filter((file) => file.endsWith('.json')) : []

test.each(files)('%s matches our compact form', (file) => {
  const their: Json = JSON.parse(readFileSync(new URL(file, theirs), 'utf8'))
  const ours = schemas['4.3'][file.replace(/\.json$/, '')]
  expect(bare(ours ?? null)).toEqual(bare(facts(their)))
})

test.each(versions)('%s: every schema compiles, and the schemas it refers to exist', (version) => {
  const ids = Object.keys(schemas[version])
  expect(ids.length).toBeGreaterThan(36)
  for (const id of ids) expect(() => check(version, id, {}), id).not.toThrow()
})

test('5.0 changes copies: 4.3 keeps its own', () => {
  expect(
    check('4.3', 'devices', { name: 'x', call_forward: { number: '+4930123456789012' } }).errors,
  ).toMatchObject([{ path: ['call_forward', 'number'], keyword: 'maxLength' }])
  expect(
    check('5.0', 'devices', { name: 'x', call_forward: { number: '+4930123456789012' } }).errors,
  ).toEqual([])
})
