// Filters, sorts and pages a long list by the query in its address, with the same code on the server and in
// the browser.
import { toLine } from './text-rules.ts'

/** Rows on a page. */
export const PAGE_ROWS = 50
/** The longest list that is sent to a browser as a whole. */
export const WHOLE_ROWS = 2000

/** The value that each filter lets through, by the filter's parameter: `{ state: 'offline' }`. */
export type Filters = Readonly<Record<string, string>>

/** A value that a filter offers, and how many rows it would show. */
export type FilterChoice = { value: string; count: number }

/** The query of a list, as in its address. `page` begins at 1; `all` is one page with everything on it. */
export type ListQuery<Sort extends string = string> = {
  text: string
  filters: Filters
  sort: Sort
  descending: boolean
  page: number | 'all'
}

/**
 * One page of a list: `matching` of `total` rows match the query, on `pages` pages. `choices` are those of
 * each filter among the rows that match everything else, none where they are too many to choose from.
 */
export type ListPage<Row, Sort extends string = string> = {
  rows: Row[]
  total: number
  matching: number
  pages: number
  choices: Readonly<Record<string, readonly FilterChoice[]>>
  query: ListQuery<Sort>
}

/** What Kazoo lists with an id that the portal cannot use: how many, and the names of the first ten. */
export type Unopenable = { count: number; names: readonly string[] }

/** An address within the current page. */
export type QueryLink = `?${string}`

const TEXT_LENGTH = 200
/** A filter with more values than these is not offered: typing finds them. */
const MOST_CHOICES = 50
const LAST_PAGE = 100_000

/** The sorts of a list, the default one first, and the parameters that it is filtered by. */
export type ListTerms<Sort extends string> = {
  sorts: readonly [Sort, ...Sort[]]
  filters: readonly string[]
}

/** The query in `?q=&sort=&dir=&page=` and the filters' parameters; invalid values give the default. */
export function listQuery<Sort extends string>(
  parameter: (name: string) => string | null,
  { sorts, filters }: ListTerms<Sort>,
): ListQuery<Sort> {
  const text = lineIn(parameter('q'))
  const pageText = parameter('page') ?? ''
  const page = /^\d{1,6}$/.test(pageText) ? Number(pageText) : 1
  return {
    text,
    filters: Object.fromEntries(
      filters.map((name) => [name, lineIn(parameter(name))] as const).filter(([, value]) => value !== ''),
    ),
    sort: sorts.find((sort) => sort === parameter('sort')) ?? sorts[0],
    descending: parameter('dir') === 'desc',
    page: pageText === 'all' ? 'all' : page >= 1 && page <= LAST_PAGE ? page : 1,
  }
}

/** A value of the address; one that is too long counts as absent. */
function lineIn(value: string | null): string {
  const line = toLine((value ?? '').slice(0, TEXT_LENGTH + 1))
  return line.length > TEXT_LENGTH ? '' : line
}

/** The query of a page's search parameters; a repeated parameter counts as absent. */
export function listQueryIn<Sort extends string>(
  params: Readonly<Record<string, string | string[] | undefined>>,
  terms: ListTerms<Sort>,
): ListQuery<Sort> {
  return listQuery((name) => {
    const value = params[name]
    return typeof value === 'string' ? value : null
  }, terms)
}

/** The address of a list for a query; default values are left out. */
export function queryLink(
  { text, filters, sort, descending, page }: ListQuery,
  defaultSort: string,
): QueryLink {
  const parts: Record<string, string> = {
    ...(text !== '' && { q: text }),
    ...filters,
    ...(sort !== defaultSort && { sort }),
    ...(descending && { dir: 'desc' }),
    ...(page !== 1 && { page: String(page) }),
  }
  return `?${new URLSearchParams(parts).toString()}`
}

/** The query with another value of one filter, or without it, from its first page. */
export function withFilter<Sort extends string>(
  query: ListQuery<Sort>,
  name: string,
  value: string | null,
): ListQuery<Sort> {
  const { [name]: _before, ...others } = query.filters
  const filters = value === null ? others : { ...others, [name]: value }
  return { ...query, filters, page: query.page === 'all' ? 'all' : 1 }
}

/** The query without filters and text, from its first page. */
export function withoutFilters<Sort extends string>(query: ListQuery<Sort>): ListQuery<Sort> {
  return { ...query, text: '', filters: {}, page: query.page === 'all' ? 'all' : 1 }
}

/** Whether two queries let the same values through. */
export function sameFilters(one: Filters, other: Filters): boolean {
  return JSON.stringify(Object.entries(one)) === JSON.stringify(Object.entries(other))
}

/** Whether a query leaves rows out. */
export function narrows({ text, filters }: ListQuery): boolean {
  return text.trim() !== '' || Object.keys(filters).length > 0
}

/** How the rows of a list are found and ordered. */
export type ListRules<Row, Sort extends string> = {
  matcher: (text: string) => (row: Row) => boolean
  /** The value that each filter looks at, by the filter's parameter; null: none of them shows the row. */
  filters: Readonly<Record<string, (row: Row) => string | null>>
  /** Compares two rows, ascending. */
  order: (sort: Sort) => (a: Row, b: Row) => number
  /** Breaks ties. */
  settle: (a: Row, b: Row) => number
}

/** All rows in the order of a query. */
export function inOrder<Row, Sort extends string>(
  rows: readonly Row[],
  { sort, descending }: Pick<ListQuery<Sort>, 'sort' | 'descending'>,
  { order, settle }: ListRules<Row, Sort>,
): Row[] {
  const direction = descending ? -1 : 1
  const by = order(sort)
  return rows.toSorted((a, b) => direction * by(a, b) || settle(a, b))
}

/** The page of `sorted` rows for `query`; the last one if there are fewer pages. */
export function listPage<Row, Sort extends string>(
  sorted: readonly Row[],
  query: ListQuery<Sort>,
  { matcher, filters }: ListRules<Row, Sort>,
): ListPage<Row, Sort> {
  const found = query.text.trim() === '' ? [...sorted] : sorted.filter(matcher(query.text))
  const passing = (except?: string) => {
    const tests = Object.entries(query.filters).filter(([name]) => name !== except)
    return tests.length === 0
      ? found
      : found.filter((row) => tests.every(([name, value]) => filters[name]?.(row) === value))
  }
  const matching = passing()
  const choices = Object.fromEntries(
    Object.entries(filters).map(([name, valueOf]) => [
      name,
      choicesIn(name in query.filters ? passing(name) : matching, valueOf),
    ]),
  )
  const counts = { total: sorted.length, matching: matching.length, choices }
  if (query.page === 'all') return { ...counts, rows: matching, pages: 1, query }
  const pages = Math.max(1, Math.ceil(matching.length / PAGE_ROWS))
  const page = Math.min(query.page, pages)
  const rows = matching.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS)
  return { ...counts, rows, pages, query: { ...query, page } }
}

/** A value that the address would change, such as one with line ends, is not offered. */
function choicesIn<Row>(rows: readonly Row[], valueOf: (row: Row) => string | null): FilterChoice[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const value = valueOf(row)
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
    if (counts.size > MOST_CHOICES) return []
  }
  return Array.from(counts, ([value, count]) => ({ value, count })).filter(
    ({ value }) => value !== '' && lineIn(value) === value,
  )
}
