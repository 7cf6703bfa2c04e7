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

type Given<Row, Sort extends string> = ListPage<Row, Sort> & { whole: boolean }
type Ways<Row, Sort extends string> = {
  /** Every order there is, the usual one first. */
  sorts: readonly [Sort, ...Sort[]]
  rules: ListRules<Row, Sort>
  /** Asks for the list as a whole; null when that is not to be had. */
  askWhole?: (() => Promise<Row[] | null>) | undefined
}

/**
 * A list whose query is in the address. The server answers it a page at a time until the whole list is here; from then on the browser does,
 * with the same rules, and the address follows.
 */
export function useList<Row, Sort extends string>(given: Given<Row, Sort>, ways: Ways<Row, Sort>) {
  const { sorts, rules, askWhole } = ways
  const router = useRouter()
  const params = useSearchParams()
  const [pending, startTransition] = useTransition()
  const [asked, setAsked] = useState<{ for: object; rows: Row[] | null | 'awaited' } | null>(null)
  const [typed, setTyped] = useState<string | null>(null)

  const answer = asked?.for === given ? asked.rows : null
  const awaited = answer === 'awaited'
  const whole = given.whole ? given.rows : answer === 'awaited' ? null : answer
  const here = whole !== null
  const address = listQuery((name) => {
    const [message, ...more] = params.getAll(name)
    return message === undefined || more.length > 0 ? null : message
  }, sorts)
  if (typed === address.text) setTyped(null)
  const query = here ? withText(address, typed ?? address.text) : given.query
  const page = useAnswer(given, useOrdered(whole, query, rules), query, rules)

  // What is typed goes into the address after a pause; while the whole list is on its way, it waits for that.
  const link = typed === null || awaited ? null : queryLink(withText(address, typed), sorts[0])
  const follow = useCallback(
    (to: QueryLink) => {
      if (here) history.replaceState(null, '', bare(to))
      else startTransition(() => router.replace(to, { scroll: false }))
    },
    [here, router],
  )
  useEffect(() => {
    const timer = link === null ? undefined : setTimeout(() => follow(link), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [link, follow])

  async function reach() {
    if (given.whole || askWhole === undefined || asked?.for === given) return
    setAsked({ for: given, rows: 'awaited' })
    const rows = await askWhole().catch(() => null)
    setAsked({ for: given, rows })
  }

  function type(text: string, at: 'key' | 'enter') {
    void reach()
    setTyped(text)
    if (at === 'enter' && !awaited) follow(queryLink(withText(address, text), sorts[0]))
  }

  /** Follows a link of the list in the browser, when all that it leads to is here. */
  function onClickCapture(event: MouseEvent<HTMLElement>) {
    if (!here || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
    const clicked = event.target instanceof Element ? event.target.closest('a[href^="?"]') : null
    const href = clicked?.getAttribute('href')
    if (!href) return
    event.preventDefault()
    setTyped(null)
    history.pushState(null, '', bare(href))
    if (clicked?.hasAttribute('rel')) event.currentTarget.scrollIntoView({ block: 'nearest' })
  }

  return { page, pending: pending || (awaited && typed !== null), reach, type, onClickCapture }
}

/** All rows in the order of the query; put in order once, and not with every key. */
function useOrdered<Row, Sort extends string>(
  whole: readonly Row[] | null,
  { sort, descending }: ListQuery<Sort>,
  rules: ListRules<Row, Sort>,
): Row[] | null {
  return useMemo(() => whole && inOrder(whole, { sort, descending }, rules), [whole, sort, descending, rules])
}

/** What the list shows. The same question keeps its answer, so that nothing changes when the address has caught up with what was typed. */
function useAnswer<Row, Sort extends string>(
  given: ListPage<Row, Sort>,
  sorted: readonly Row[] | null,
  { text, sort, descending, page }: ListQuery<Sort>,
  rules: ListRules<Row, Sort>,
): ListPage<Row, Sort> {
  return useMemo(
    () => (sorted ? listPage(sorted, { text, sort, descending, page }, rules) : given),
    [given, sorted, text, sort, descending, page, rules],
  )
}

/** The same list narrowed to `text`, from its first page if that is another text. */
function withText<Sort extends string>(query: ListQuery<Sort>, text: string): ListQuery<Sort> {
  const page = query.page === 'all' || query.text === text ? query.page : 1
  return { ...query, text, page }
}

/** An address without anything asked for has no question mark. */
function bare(link: string): string {
  return link === '?' ? location.pathname : link
}
