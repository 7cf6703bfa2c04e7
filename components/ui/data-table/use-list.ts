'use client'
import { useRouter, useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useMemo, useState, useTransition, type MouseEvent } from 'react'
import {
  inOrder,
  listPage,
  listQuery,
  queryLink,
  sameFilters,
  withFilter,
  type Filters,
  type ListPage,
  type ListQuery,
  type ListRules,
  type ListTerms,
  type QueryLink,
} from '../../../lib/views/list.ts'

const PAUSE_MS = 180

type Initial<Row, Sort extends string> = ListPage<Row, Sort> & { whole: boolean }
type Source<Row, Sort extends string> = {
  terms: ListTerms<Sort>
  rules: ListRules<Row, Sort>
  /** Loads the whole list; null when it is not available. */
  fetchWhole?: (() => Promise<Row[] | null>) | undefined
}

/**
 * A list whose query is in the URL. The server answers it page by page until the whole list is loaded; from
 * then on the browser does, with the same rules, and updates the URL.
 */
export function useList<Row, Sort extends string>(initial: Initial<Row, Sort>, source: Source<Row, Sort>) {
  const { terms, rules, fetchWhole } = source
  const defaultSort = terms.sorts[0]
  const router = useRouter()
  const params = useSearchParams()
  const [pending, startTransition] = useTransition()
  const [loaded, setLoaded] = useState<{ for: object; rows: Row[] | null | 'loading' } | null>(null)
  // The filter text that the URL does not have yet.
  const [typed, setTyped] = useState<string | null>(null)

  const answer = loaded?.for === initial ? loaded.rows : null
  const loading = answer === 'loading'
  const allRows = initial.whole ? initial.rows : answer === 'loading' ? null : answer
  const isLocal = allRows !== null
  const address = useAddress(params, terms)
  if (typed === address.text) setTyped(null)
  const query = isLocal ? withText(address, typed ?? address.text) : initial.query
  const page = useAnswer(initial, useOrdered(allRows, query, rules), query, rules)

  // The typed text is written to the URL after a pause, but not while the whole list is loading, and not when
  // a link has written it.
  const link = typed === null || loading ? null : queryLink(withText(address, typed), defaultSort)
  const follow = useCallback(
    (to: QueryLink) => {
      if (isLocal) history.replaceState(null, '', bare(to))
      else startTransition(() => router.replace(to, { scroll: false }))
    },
    [isLocal, router],
  )
  useEffect(() => {
    if (link === null) return undefined
    const timer = setTimeout(() => {
      if (queryIn(new URLSearchParams(location.search), terms).text !== typed) follow(link)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [link, follow, typed, terms])

  // A refresh that began before the URL changed answers the earlier query, and comes after it: ask again.
  const unanswered =
    isLocal || typed !== null || answers(initial, address) ? null : queryLink(address, defaultSort)
  useEffect(() => {
    if (unanswered !== null) startTransition(() => router.refresh())
  }, [unanswered, router])

  async function loadWhole() {
    if (initial.whole || fetchWhole === undefined || loaded?.for === initial) return
    setLoaded({ for: initial, rows: 'loading' })
    const rows = await fetchWhole().catch(() => null)
    setLoaded({ for: initial, rows })
  }

  function type(text: string, at: 'key' | 'enter') {
    void loadWhole()
    setTyped(text)
    if (at === 'enter' && !loading) follow(queryLink(withText(address, text), defaultSort))
  }

  /** Follows a link of the list without the server, once the whole list is loaded. */
  function onClickCapture(event: MouseEvent<HTMLElement>) {
    if (!isLocal || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
    const clicked = event.target instanceof Element ? event.target.closest('a[href^="?"]') : null
    const href = clicked?.getAttribute('href')
    if (!href) return
    event.preventDefault()
    // The text of the link is shown at once: React learns of the new URL a moment later.
    setTyped(queryIn(new URLSearchParams(href), terms).text)
    history.pushState(null, '', bare(href))
    if (clicked?.hasAttribute('rel')) event.currentTarget.scrollIntoView({ block: 'nearest' })
  }

  /** Sets one filter, or removes it. */
  function filterBy(name: string, value: string | null) {
    follow(queryLink(withFilter(withText(address, typed ?? address.text), name, value), defaultSort))
  }

  return { page, pending: pending || (loading && typed !== null), loadWhole, type, filterBy, onClickCapture }
}

/** The query of the address. Its filters stay the same object while they are the same. */
function useAddress<Sort extends string>(
  params: Pick<URLSearchParams, 'getAll'>,
  terms: ListTerms<Sort>,
): ListQuery<Sort> {
  const query = queryIn(params, terms)
  const [filters, setFilters] = useState<Filters>(query.filters)
  if (sameFilters(filters, query.filters)) return { ...query, filters }
  setFilters(query.filters)
  return query
}

/** All rows in the order of the query, sorted once and not for every key. */
function useOrdered<Row, Sort extends string>(
  rows: readonly Row[] | null,
  { sort, descending }: ListQuery<Sort>,
  rules: ListRules<Row, Sort>,
): Row[] | null {
  return useMemo(() => rows && inOrder(rows, { sort, descending }, rules), [rows, sort, descending, rules])
}

/**
 * The page to show. It stays the same object while the query does, so that nothing renders again when the URL
 * catches up with the typed text.
 */
function useAnswer<Row, Sort extends string>(
  initial: ListPage<Row, Sort>,
  sorted: readonly Row[] | null,
  { text, filters, sort, descending, page }: ListQuery<Sort>,
  rules: ListRules<Row, Sort>,
): ListPage<Row, Sort> {
  return useMemo(
    () => (sorted ? listPage(sorted, { text, filters, sort, descending, page }, rules) : initial),
    [initial, sorted, text, filters, sort, descending, page, rules],
  )
}

/**
 * Whether this page is what the server answers to `query`: the last page for one beyond it, and the first for
 * all of a list that is too long.
 */
function answers({ query: own, pages }: ListPage<unknown>, query: ListQuery): boolean {
  const page = query.page === 'all' ? own.page : Math.min(query.page, pages)
  return (
    own.text === query.text &&
    sameFilters(own.filters, query.filters) &&
    own.sort === query.sort &&
    own.descending === query.descending &&
    own.page === page
  )
}

/** The query of an address; a repeated parameter counts as absent. */
function queryIn<Sort extends string>(
  params: Pick<URLSearchParams, 'getAll'>,
  terms: ListTerms<Sort>,
): ListQuery<Sort> {
  return listQuery((name) => {
    const [value, ...more] = params.getAll(name)
    return value === undefined || more.length > 0 ? null : value
  }, terms)
}

/** The query with another filter text, which starts at the first page. */
function withText<Sort extends string>(query: ListQuery<Sort>, text: string): ListQuery<Sort> {
  const page = query.page === 'all' || query.text === text ? query.page : 1
  return { ...query, text, page }
}

/** The URL without a lone question mark. */
function bare(link: string): string {
  return link === '?' ? location.pathname : link
}
