'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ListPage } from '../../../lib/views/list.ts'
import type { Column } from './column.ts'

/** What changed about a list since it was first shown, in a sentence for those who cannot see it; how many match is said by their number. */
export function useListAnnouncement<Row, Sort extends string>(
  { query, pages, matching }: ListPage<Row, Sort>,
  columns: readonly Column<Row, Sort>[],
): string {
  const t = useTranslations('table')
  const [message, setSaid] = useState({ query, news: '' })
  const before = message.query
  const sorted = before.sort !== query.sort || before.descending !== query.descending
  const turned = before.page !== query.page
  if (!sorted && !turned) return message.news
  const column = columns.find(({ sort }) => sort === query.sort)?.title ?? query.sort
  const order = query.descending ? t('sortedDescending', { column }) : t('sortedAscending', { column })
  const { page } = query
  const position = page === 'all' ? t('allShown', { count: matching }) : t('pageShown', { page, pages })
  const news = sorted ? order : position
  setSaid({ query, news })
  return news
}
