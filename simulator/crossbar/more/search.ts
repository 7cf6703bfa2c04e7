// Search by the beginning of a name, a realm, a number or an id (docs/kazoo.md section 8.3).
import type { StoredRow } from '../../account-index.ts'
import { collate } from '../../collation.ts'
import { list, text, type Json, type JsonObject } from '../../json.ts'
import { caller, textOption, type Call } from '../call.ts'
import { inMemory, page, type Listing } from '../listing.ts'
import { badIdentifier, initFailed, refuse, validationError } from '../refusals.ts'
import { ok, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'
import { isTruthy, or, present } from '../row.ts'

export const searchRoutes: Route[] = [
  { path: 'search', verbs: { GET: search }, ownRule: true },
  { path: 'search/multi', verbs: { GET: many }, ownRule: true },
  { path: 'accounts/{account}/search', verbs: { GET: search } },
  { path: 'accounts/{account}/search/multi', verbs: { GET: many } },
]

const KINDS = ['account', 'user', 'callflow', 'device']
const BY: Readonly<Record<string, readonly string[]>> = {
  account: ['name', 'realm', 'id'],
  user: ['name', 'number', 'name_and_number'],
  callflow: ['name', 'number', 'name_and_number'],
  device: ['name', 'number', 'name_and_number'],
}

function search(call: Call): Reply {
  const type = kindOf(call)
  const by = textOption(call, 'q')
  if (by === undefined) refuse(wrong('q', 'required', { message: 'search needs a view to search in' }))
  if (!BY[type]?.includes(by))
    refuse(wrong('q', 'enum', { message: 'value not found in enumerated list of values', cause: by }))
  const value = textOption(call, 'v')
  if (value === undefined) refuse(wrong('v', 'required', { message: 'search needs a value to search for' }))
  return page(call, {
    ...found(call, type, by, value),
    key: (doc) => keyOf(doc, by),
    row: rowOf(type),
    newestFirst: true,
  })
}

function many(call: Call): Reply {
  const type = kindOf(call)
  const kinds = BY[type] ?? []
  const searches = [...call.query].filter(([key]) => key.startsWith('by_') && kinds.includes(key.slice(3)))
  if (searches.length === 0) {
    const target = [...kinds].toSorted()
    refuse(wrong('multi', 'enum', { message: 'multi search needs some values to search for', target }))
  }
  const answers: { [key: string]: Json } = {}
  let last: Json[] = []
  for (const [key, value] of searches) {
    const { count, at } = found(call, type, key.slice(3), value)
    last = Array.from({ length: count }, (_, i) => rowOf(type)(at(count - 1 - i)))
    answers[key.slice(3)] = last
  }
  return ok(answers, last.length > 0 ? { revision: 'list' } : {})
}

function kindOf(call: Call): string {
  const type = textOption(call, 't')
  if (type === undefined)
    refuse(wrong('t', 'required', { message: 'search needs a document type to search on', target: KINDS }))
  if (!KINDS.includes(type)) refuse(initFailed())
  return type
}

/** Where a search found something, ascending by key. */
type Found = Pick<Listing, 'count' | 'at'>

/**
 * Documents whose key begins with the value. Accounts are those below the caller's, whatever the path says.
 */
function found(call: Call, type: string, by: string, value: string): Found {
  const { store } = call.sim
  const prefix = normal(value)
  if (type === 'account') return foundAccounts(call, by, prefix)
  const account = call.params['account'] ?? refuse(badIdentifier(type))
  const docs = store
    .database(account)
    .ofType(type)
    .filter((doc) => matches(doc, by, prefix))
  return inMemory(docs.toSorted((one, other) => collate(keyOf(one, by), keyOf(other, by))))
}

function foundAccounts(call: Call, by: string, prefix: string): Found {
  const { accounts } = call.sim.store
  const hits: { id: string; key: string }[] = []
  for (const id of accounts.descendants(caller(call).accountId)) {
    const row = accounts.row(id)
    const key = row && rowKey(row, by)
    if (key?.startsWith(prefix) === true) hits.push({ id, key })
  }
  hits.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
  const at = (place: number): JsonObject => {
    const doc = accounts.get(hits[place]?.id ?? '') ?? {}
    call.sim.canaries.addDocument(doc)
    return doc
  }
  return { count: hits.length, at }
}

const normalNames = new WeakMap<StoredRow, string>()

/** Undefined where Kazoo's view emits nothing: no name, or a name or realm that is not text. */
function rowKey(row: StoredRow, by: string): string | undefined {
  if (by === 'id') return row.id
  const value = by === 'realm' ? row.realm : row.name
  if (typeof value !== 'string' || (by === 'name' && value === '')) return undefined
  if (by === 'realm') return normal(value)
  const known = normalNames.get(row) ?? normal(value)
  normalNames.set(row, known)
  return known
}

/** Kazoo's views stop at names and numbers that are not text: such a document is not found by them. */
function matches(doc: JsonObject, by: string, prefix: string): boolean {
  const numbers = by === 'name' ? [] : list(doc, 'numbers')
  const name = by === 'number' ? '' : searchedName(doc)
  if (name === undefined || numbers.some((number) => typeof number !== 'string')) return false
  if (by !== 'number' && name.startsWith(prefix)) return true
  return numbers.some((number) => typeof number === 'string' && normal(number).startsWith(prefix))
}

function keyOf(doc: JsonObject, by: string): string {
  if (by === 'id') return text(doc, '_id') ?? ''
  if (by === 'realm') return normal(text(doc, 'realm') ?? '')
  return doc['pvt_type'] === 'account' ? normal(text(doc, 'name') ?? '') : (searchedName(doc) ?? '')
}

/** The name by which a document of an account is found; its id if it has none. */
function searchedName(doc: JsonObject): string | undefined {
  const { first_name: first, last_name: last, name, pvt_alphanum_name: stored } = doc
  if ([first, last].some((part) => isTruthy(part) && typeof part !== 'string')) return undefined
  if (typeof stored === 'string') return stored
  if (name !== undefined) return typeof name === 'string' ? normal(name) : undefined
  const parts = normal(`${text(doc, 'first_name') ?? ''}${text(doc, 'last_name') ?? ''}`)
  return parts === '' ? normal(text(doc, '_id') ?? '') : parts
}

function normal(value: string): string {
  return value.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

function rowOf(type: string): (doc: JsonObject) => JsonObject {
  return (doc) => {
    const id = doc['_id'] ?? ''
    if (type === 'account')
      return {
        id,
        descendants_count: or(doc['descendants_count'], 0),
        ...present(doc, 'name', 'realm'),
      }
    if (type !== 'user') return { id, ...present(doc, 'name', 'numbers') }
    const first = text(doc, 'first_name') ?? ''
    const last = text(doc, 'last_name') ?? ''
    const name = `${first}${first !== '' && last !== '' ? ' ' : ''}${last}`
    return {
      id,
      name: name === '' ? (searchedName(doc) ?? '') : name,
      first_name: normal(first),
      last_name: normal(last),
    }
  }
}

function wrong(key: string, keyword: string, info: JsonObject) {
  return validationError({ [key]: { [keyword]: info } })
}
