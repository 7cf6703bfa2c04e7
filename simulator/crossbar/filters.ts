// Filters of lists: they look at the whole stored document, not at the row (docs/kazoo.md section 8.2).
import { at, type Json, type JsonObject } from '../json.ts'

type Test = (doc: JsonObject) => boolean

/** The test that all filters of the query make together; undefined when there is none. */
export function filterOf(query: URLSearchParams): Test | undefined {
  const tests: Test[] = []
  for (const [name, value] of query) {
    const test = testOf(name, value)
    if (test) tests.push(test)
  }
  return tests.length === 0 ? undefined : (doc) => tests.every((test) => test(doc))
}

function testOf(name: string, value: string): Test | undefined {
  if (name.startsWith('filter_not_')) return not(equals(name.slice(11), value))
  if (name.startsWith('filter_')) return equals(name.slice(7), value)
  switch (name) {
    case 'has_key':
      return (doc) => find(doc, value) !== undefined
    case 'key_missing':
      return (doc) => find(doc, value) === undefined
    case 'has_value':
      return (doc) => !isEmpty(find(doc, value))
    case 'value_missing':
      return (doc) => isEmpty(find(doc, value))
    case 'created_from':
      return bound('pvt_created', value, (time, limit) => time >= limit)
    case 'created_to':
      return bound('pvt_created', value, (time, limit) => time <= limit)
    case 'modified_from':
      return bound('pvt_modified', value, (time, limit) => time >= limit)
    case 'modified_to':
      return bound('pvt_modified', value, (time, limit) => time <= limit)
    default:
      return undefined
  }
}

function equals(key: string, wanted: string): Test {
  const any = alternatives(wanted)
  return (doc) => any.includes(asText(find(doc, key)))
}

/** A JSON list means any of its members. */
function alternatives(wanted: string): string[] {
  if (!wanted.startsWith('[')) return [wanted]
  try {
    const parsed: unknown = JSON.parse(wanted)
    return Array.isArray(parsed) ? parsed.map(String) : [wanted]
  } catch {
    return [wanted]
  }
}

function not(test: Test): Test {
  return (doc) => !test(doc)
}

function bound(key: string, value: string, passes: (time: number, limit: number) => boolean): Test {
  const limit = Number(value)
  return (doc) => {
    const time = doc[key]
    return typeof time === 'number' && passes(time, limit)
  }
}

/** `id` is the document's own; dots lead into objects. */
function find(doc: JsonObject, key: string): Json | undefined {
  return key === 'id' ? doc['_id'] : at(doc, key.split('.'))
}

function asText(value: Json | undefined): string {
  return value === undefined || value === null
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)
}

function isEmpty(value: Json | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  )
}
