'use client'
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useState, type CSSProperties, type RefObject } from 'react'

const LONG = 150
const LINE_PIXELS = 36

type Visible = {
  items: { index: number; style?: CSSProperties }[]
  style?: CSSProperties
  measure?: (line: Element | null) => void
}

/** The lines to put into the page: all of a short tree; of a long one those in sight, and the one with the focus. */
export function useVisibleLines(
  grid: RefObject<HTMLDivElement | null>,
  count: number,
  active: number,
): Visible {
  'use no memo'
  const [scrollMargin, setScrollMargin] = useState(0)
  const long = count > LONG
  const virtual = useWindowVirtualizer({
    count,
    enabled: long,
    estimateSize: () => LINE_PIXELS,
    overscan: 12,
    scrollMargin,
    rangeExtractor: (range) =>
      [...new Set([active, ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b),
  })

  useLayoutEffect(() => {
    if (grid.current) setScrollMargin(grid.current.getBoundingClientRect().top + window.scrollY)
  }, [grid, long])

  if (!long) return { items: Array.from({ length: count }, (_, index) => ({ index })) }
  return {
    items: virtual.getVirtualItems().map(({ index, start }) => ({
      index,
      style: { position: 'absolute', insetInline: 0, top: start - scrollMargin },
    })),
    style: { position: 'relative', height: virtual.getTotalSize() },
    measure: virtual.measureElement,
  }
}
