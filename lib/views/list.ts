// Filters, sorts and pages a long list by the query in its address, with the same code on the server and in
// the browser.
import { toLine } from './text-rules.ts'

/** Rows on a page. */
export const PAGE_ROWS = 50
/** The longest list that is sent to a browser as a whole. */
export const WHOLE_ROWS = 2000

/** The query of a list, as in its address. `page` begins at 1; `all` is one page with everything on it. */
export type ListQuery<Sort extends string = string> = {
  text: string
  sort: Sort
  descending: boolean
  page: number | 'all'
}

/** One page of a list: `matching` of `total` rows match the query, on `pages` pages. */
export type ListPage<Row, Sort extends string = string> = {
  rows: Row[]
  total: number
  matching: number
  pages: number
  query: ListQuery<Sort>
}

/** What Kazoo lists with an id that the portal cannot use: how many, and the names of the first ten. */
export type Unopenable = { count: number; names: readonly string[] }

/** An address within the current page. */
export type QueryLink = `?${string}`

const TEXT_LENGTH = 200
const LAST_PAGE = 100_000

/**
 * The query in `?q=&sort=&dir=&page=`; invalid values give the default. The first of `sorts` is the default
 * order.
 */
export function listQuery<Sort extends string>(
  parameter: (name: string) => string | null,
  sorts: readonly [Sort, ...Sort[]],
): ListQuery<Sort> {
  const text = toLine((parameter('q') ?? '').slice(0, TEXT_LENGTH + 1))
  const pageText = parameter('page') ?? ''
  const page = /^\d{1,6}$/.test(pageText) ? Number(pageText) : 1
  return {
    text: text.length > TEXT_LENGTH ? '' : text,
    sort: sorts.find((sort) => sort === parameter('sort')) ?? sorts[0],
    descending: parameter('dir') === 'desc',
    page: pageText === 'all' ? 'all' : page >= 1 && page <= LAST_PAGE ? page : 1,
  }
}

/** The query of a page's search parameters; a repeated parameter counts as absent. */
export function listQueryIn<Sort extends string>(
  params: Readonly<Record<string, string | string[] | undefined>>,
  sorts: readonly [Sort, ...Sort[]],
): ListQuery<Sort> {
  return listQuery((name) => {
    const value = params[name]
    return typeof value === 'string' ? value : null
  }, sorts)
}

/** The address of a list for a query; default values are left out. */
export function queryLink({ text, sort, descending, page }: ListQuery, defaultSort: string): QueryLink {
  const parts: Record<string, string> = {
    ...(text !== '' && { q: text }),
    ...(sort !== defaultSort && { sort }),
    ...(descending && { dir: 'desc' }),
    ...(page !== 1 && { page: String(page) }),
  }
  return `?${new URLSearchParams(parts).toString()}`
}

/** How the rows of a list are found and ordered. */
export type ListRules<Row, Sort extends string> = {
  matcher: (text: string) => (row: Row) => boolean
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
  { matcher }: ListRules<Row, Sort>,
): ListPage<Row, Sort> {
  const matching = query.text.trim() === '' ? [...sorted] : sorted.filter(matcher(query.text))
  const counts = { total: sorted.length, matching: matching.length }
  if (query.page === 'all') return { ...counts, rows: matching, pages: 1, query }
  const pages = Math.max(1, Math.ceil(matching.length / PAGE_ROWS))
  const page = Math.min(query.page, pages)
  const rows = matching.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS)
  return { ...counts, rows, pages, query: { ...query, page } }
}
