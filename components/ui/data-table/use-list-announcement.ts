'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ListPage } from '../../../lib/views/list.ts'
import type { Column } from './column.ts'

/**
 * A message for screen readers when the order or page of a list changes; the number of matches is announced
 * by its own element.
 */
export function useListAnnouncement<Row, Sort extends string>(
  { query, pages, matching }: ListPage<Row, Sort>,
  columns: readonly Column<Row, Sort>[],
): string {
  const t = useTranslations('table')
  const [announced, setAnnounced] = useState({ query, text: '' })
  const before = announced.query
  const sorted = before.sort !== query.sort || before.descending !== query.descending
  const turned = before.page !== query.page
  if (!sorted && !turned) return announced.text
  const column = columns.find(({ sort }) => sort === query.sort)?.title ?? query.sort
  const order = query.descending ? t('sortedDescending', { column }) : t('sortedAscending', { column })
  const { page } = query
  const position = page === 'all' ? t('allShown', { count: matching }) : t('pageShown', { page, pages })
  const text = sorted ? order : position
  setAnnounced({ query, text })
  return text
}
