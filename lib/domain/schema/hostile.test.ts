// A hostile schema must not do harm.
import { expect, test } from 'vitest'
import { schemaFrom } from '../../kazoo/schema-doc.ts'
import type { Schemas } from '../../kazoo/schemas.ts'
import type { Settings } from '../../kazoo/settings.ts'
import { countOf } from '../../views/schema-form.ts'
import { fieldsOf, toSchemaDraft } from './present.ts'
import { read } from './text.ts'

function schemas(root: unknown, named: Record<string, unknown> = {}): Schemas {
  const budget = { left: 300_000 }
  return {
    root: schemaFrom(root, budget),
    named: new Map(Object.entries(named).map(([id, schema]) => [id, schemaFrom(schema, budget)])),
  }
}

const text = { type: 'string' }
const paths = (root: unknown, named: Record<string, unknown> = {}, doc: Settings = {}) =>
  toSchemaDraft(schemas(root, named), doc, 'user').groups.flatMap((group) =>
    group.settings.map(({ path, kind }) => `${path} ${kind}`),
  )

test('keys that are Kazoo’s own, or reach into prototypes, are no fields', () => {
  const properties = JSON.parse(
    '{"__proto__":{"type":"string"},"constructor":{"type":"string"},"pvt_x":{"type":"string"},"id":{"type":"string"},"is_reseller":{"type":"boolean"},"priv_level":{"type":"string"},"billing_mode":{"type":"string"},"_id":{"type":"string"},"auth_token":{"type":"string"},"a":{"properties":{"pvt_y":{"type":"string"},"b":{"type":"string"}}}}',
  )
  expect(paths({ properties })).toEqual(['a.b text'])
})

test('a schema that refers to itself, or in a circle, ends as JSON', () => {
  const tree = { properties: { name: text, below: { $ref: 'tree' } } }
  expect(paths({ properties: { oak: { $ref: 'tree' } } }, { tree })).toEqual([
    'oak.name text',
    'oak.below json',
  ])
  const circle = { one: { $ref: 'two' }, two: { $ref: 'one' } }
  expect(paths({ properties: { a: { $ref: 'one' }, b: { $ref: 'nowhere' } } }, circle)).toEqual([
    'a json',
    'b json',
  ])
})

test('nesting, numbers of keys and choices, and sheer size are bounded', () => {
  let deep: unknown = text
  for (let level = 0; level < 80; level++) deep = { properties: { a: deep } }
  expect(paths({ properties: { a: deep } })).toEqual([`${Array(8).fill('a').join('.')} json`])

  const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`key${at}`, text]))
  const draft = toSchemaDraft(schemas({ properties: wide }), {}, 'user')
  expect(countOf(draft.groups).all).toBe(600)

  const many = Array.from({ length: 5_000 }, (_, at) => `choice ${at}`)
  expect(paths({ properties: { a: { type: 'string', enum: many } } })).toEqual(['a text'])
  const huge = { type: 'string', enum: ['x'.repeat(400_000)] }
  expect(paths({ properties: { a: huge, b: text } }).length).toBeLessThanOrEqual(2)
})

test('a malicious pattern is never run: it is not part of what is stored', () => {
  const evil = { type: 'string', pattern: '^(z+)+$', patternProperties: { '^(b+)+$': text } }
  const known = schemas({ properties: { a: evil } })
  const [drawn] = fieldsOf(known, {}, 'user').values()
  if (drawn === undefined) throw new Error('no field')
  // Run, it would not come to an end.
  expect(read(known, drawn, `${'z'.repeat(9_000)}!`).ok).toBe(true)
  expect(JSON.stringify([...known.root.properties])).not.toContain('(z+)+')
})

test('an invalid part of a schema counts as absent', () => {
  for (const nonsense of [null, 7, 'text', [], { properties: 'x', required: 1, type: 'moon', enum: {} }])
    expect(paths({ properties: { a: nonsense } })).toEqual(['a json'])
  expect(paths({ properties: { a: { ...text, minLength: 'x', maxLength: Number.NaN } } })).toEqual(['a text'])
})

test('a value that does not match its schema is shown unchanged, not lost', () => {
  const properties = { on: { type: 'boolean' }, name: text, list: { type: 'array', items: text } }
  const doc = { on: 'yes', name: { first: 'A' }, list: [{ a: 1 }] }
  expect(paths({ properties }, {}, doc)).toEqual(['on json', 'name json', 'list json'])
})

test('a value that is too long for a form stays in Kazoo', () => {
  expect(paths({ properties: { note: text } }, {}, { note: 'n'.repeat(9_001) })).toEqual(['note held'])
})

const pin = (key: string) => paths({ properties: { lab: { properties: { [key]: text } } } })[0]
test.each(['password', 'sip_password', 'door_pin', 'api_key', 'X-Auth-Token', 'clientSecret', 'passcode'])(
  '%s is a secret',
  (key) => expect(pin(key)).toBe(`lab.${key} secret`),
)
test.each(['bypass_media', 'mapping', 'keypress', 'keynote', 'passenger'])('%s is none', (key) =>
  expect(pin(key)).toBe(`lab.${key} text`),
)
