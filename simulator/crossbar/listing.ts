// Lists: pages, cursors, filters and the order of rows (docs/kazoo.md section 8).
import { collate } from '../collation.ts'
import type { Json, JsonObject } from '../json.ts'
import { option, textOption, type Call } from './call.ts'
import { decodeCursor, encodeCursor } from './cursors.ts'
import { filterOf } from './filters.ts'
import { faultyRequest, refuse } from './refusals.ts'
import { ok, type Page, type Reply } from './reply.ts'

const PAGE = 50

export interface Listing {
  /** How many documents the view has. */
  count: number
  /** The document at a place of the view, ascending by `key`. */
  at: (place: number) => JsonObject
  key: (doc: JsonObject) => Json
  row: (doc: JsonObject) => Json
  /** Descending in every version, unless the query says otherwise. */
  newestFirst?: boolean
  /** Turns the rows of one page around (a fold in Kazoo 4.3). */
  reversed?: boolean
  /** What the rows are put into. */
  wrapRows?: (rows: Json[]) => Json
}

/** A page of the list. @throws Refusal 404 for a bad page size, in versions that check it */
export function page(call: Call, listing: Listing): Reply {
  const descending =
    (call.sim.flavour.descendingLists || listing.newestFirst === true) && option(call, 'ascending') !== 'true'
  const unpaged = textOption(call, 'paginate') === 'false' || call.v1
  const size = pageSize(call)
  const start = textOption(call, 'start_key')
  const from = start === undefined ? undefined : decodeCursor(start)
  const cut = {
    count: listing.count,
    at: listing.at,
    key: listing.key,
    descending,
    from,
    size: unpaged ? Infinity : size,
    filter: filterOf(call.query),
  }
  const { found, next } = call.sim.flavour.descendingLists ? pageExactly(cut) : pageByReads(cut)
  const rows = (listing.reversed === true && !descending ? found.toReversed() : found).map(listing.row)
  const info: Page = { size: rows.length }
  if (start !== undefined) info.start = start
  if (next !== undefined) info.next = call.sim.canaries.add('cursor', encodeCursor(next))
  const data = listing.wrapRows ? listing.wrapRows(rows) : rows
  return ok(data, { ...(unpaged ? {} : { page: info }), ...(rows.length > 0 ? { revision: 'list' } : {}) })
}

interface Cut {
  count: number
  at: (place: number) => JsonObject
  key: (doc: JsonObject) => Json
  descending: boolean
  from: Json | undefined
  size: number
  filter: ((doc: JsonObject) => boolean) | undefined
}

interface Found {
  found: JsonObject[]
  next?: Json
}

/** As many rows as pass the filter; the next page begins with the next one that passes. */
function pageExactly(cut: Cut): Found {
  const found: JsonObject[] = []
  for (const doc of walk(cut)) {
    if (cut.filter && !cut.filter(doc)) continue
    if (found.length === cut.size) return { found, next: cut.key(doc) }
    found.push(doc)
  }
  return { found }
}

/** Kazoo 4.3 reads until the page is full, and returns the last key it read even if no other row passes. */
function pageByReads(cut: Cut): Found {
  const found: JsonObject[] = []
  let next: Json | undefined
  let left = cut.size
  for (const doc of walk(cut)) {
    if (left === 0) {
      next = cut.key(doc)
      if (found.length === cut.size) return { found, next }
      left = cut.size - found.length
    }
    left--
    if (!cut.filter || cut.filter(doc)) found.push(doc)
  }
  return next === undefined ? { found } : { found, next }
}

function* walk(cut: Cut): Generator<JsonObject> {
  const skipped = cut.from === undefined ? 0 : before(cut, cut.from)
  if (cut.descending) for (let i = cut.count - 1 - skipped; i >= 0; i--) yield cut.at(i)
  else for (let i = skipped; i < cut.count; i++) yield cut.at(i)
}

/** How many rows lie before the start key, in the direction of reading; a binary search. */
function before({ count, at, key, descending }: Cut, from: Json): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    const order = collate(key(at(middle)), from)
    if (descending ? order <= 0 : order < 0) low = middle + 1
    else high = middle
  }
  return descending ? count - low : low
}

/** A list of documents as a view in memory. */
export function inMemory(docs: readonly JsonObject[]): Pick<Listing, 'count' | 'at'> {
  return { count: docs.length, at: (place) => docs[place] ?? {} }
}

function pageSize(call: Call): number {
  const value = option(call, 'page_size')
  if (value === undefined || value === null) return PAGE
  const size =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^-?\d+$/.test(value)
        ? Number(value)
        : Number.NaN
  if (!call.sim.flavour.descendingLists) return size > 0 ? size : PAGE
  if (Number.isNaN(size)) refuse(faultyRequest('invalid page size'))
  if (size < 1) refuse(faultyRequest('page size must be at least 1'))
  return size
}
