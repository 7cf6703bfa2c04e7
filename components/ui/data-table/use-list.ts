'use client'
import { useRouter, useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useMemo, useState, useTransition, type MouseEvent } from 'react'
import {
  inOrder,
  listPage,
  listQuery,
  queryLink,
  type ListPage,
  type ListQuery,
  type ListRules,
  type QueryLink,
} from '../../../lib/views/list.ts'

const PAUSE_MS = 180

type Initial<Row, Sort extends string> = ListPage<Row, Sort> & { whole: boolean }
type Source<Row, Sort extends string> = {
  /** All orders, the default one first. */
  sorts: readonly [Sort, ...Sort[]]
  rules: ListRules<Row, Sort>
  /** Loads the whole list; null when it is not available. */
  fetchWhole?: (() => Promise<Row[] | null>) | undefined
}

/**
 * A list whose query is in the URL. The server answers it page by page until the whole list is loaded; from
 * then on the browser does, with the same rules, and updates the URL.
 */
export function useList<Row, Sort extends string>(initial: Initial<Row, Sort>, source: Source<Row, Sort>) {
  const { sorts, rules, fetchWhole } = source
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
  const address = queryIn(params, sorts)
  if (typed === address.text) setTyped(null)
  const query = isLocal ? withText(address, typed ?? address.text) : initial.query
  const page = useAnswer(initial, useOrdered(allRows, query, rules), query, rules)

  // The typed text is written to the URL after a pause, but not while the whole list is loading, and not when
  // a link has written it.
  const link = typed === null || loading ? null : queryLink(withText(address, typed), sorts[0])
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
      if (queryIn(new URLSearchParams(location.search), sorts).text !== typed) follow(link)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [link, follow, typed, sorts])

  // A refresh that began before the URL changed answers the earlier query, and comes after it: ask again.
  const unanswered =
    isLocal || typed !== null || answers(initial, address) ? null : queryLink(address, sorts[0])
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
    if (at === 'enter' && !loading) follow(queryLink(withText(address, text), sorts[0]))
  }

  /** Follows a link of the list without the server, once the whole list is loaded. */
  function onClickCapture(event: MouseEvent<HTMLElement>) {
    if (!isLocal || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
    const clicked = event.target instanceof Element ? event.target.closest('a[href^="?"]') : null
    const href = clicked?.getAttribute('href')
    if (!href) return
    event.preventDefault()
    // The text of the link is shown at once: React learns of the new URL a moment later.
    setTyped(queryIn(new URLSearchParams(href), sorts).text)
    history.pushState(null, '', bare(href))
    if (clicked?.hasAttribute('rel')) event.currentTarget.scrollIntoView({ block: 'nearest' })
  }

  return { page, pending: pending || (loading && typed !== null), loadWhole, type, onClickCapture }
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
  { text, sort, descending, page }: ListQuery<Sort>,
  rules: ListRules<Row, Sort>,
): ListPage<Row, Sort> {
  return useMemo(
    () => (sorted ? listPage(sorted, { text, sort, descending, page }, rules) : initial),
    [initial, sorted, text, sort, descending, page, rules],
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
    own.sort === query.sort &&
    own.descending === query.descending &&
    own.page === page
  )
}

/** The query of an address; a repeated parameter counts as absent. */
function queryIn<Sort extends string>(
  params: Pick<URLSearchParams, 'getAll'>,
  sorts: readonly [Sort, ...Sort[]],
): ListQuery<Sort> {
  return listQuery((name) => {
    const [value, ...more] = params.getAll(name)
    return value === undefined || more.length > 0 ? null : value
  }, sorts)
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
