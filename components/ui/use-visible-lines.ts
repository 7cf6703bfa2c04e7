'use client'
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useState, type RefObject } from 'react'

const LONG = 150
/** How high a line is where nothing has been measured. */
export const LINE_PIXELS = 36

/** A line to put into the page, and the pixels of those left out before it. */
export type Visible = { index: number; gap: number }

export type Lines = { items: Visible[]; rest: number; measure: ((line: Element | null) => void) | undefined }

/** The lines of a tree or table to put into the page: all of a short one; of a long one those in sight, and the one with the focus. */
export function useVisibleLines(grid: RefObject<HTMLElement | null>, count: number, active: number): Lines {
  'use no memo'
  const [scrollMargin, setScrollMargin] = useState(0)
  const long = count > LONG
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => LINE_PIXELS,
    overscan: 12,
    scrollMargin,
    rangeExtractor: (range) =>
      [...new Set([active, ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b),
  })

  useLayoutEffect(() => {
    if (grid.current) setScrollMargin(grid.current.getBoundingClientRect().top + window.scrollY)
  }, [grid, long])

  const inSight = virtual.getVirtualItems()
  // Before the window has been measured, as on the server, a long one shows how it begins.
  if (!long || inSight.length === 0) {
    const items = Array.from({ length: Math.min(count, LONG) }, (_, index) => ({ index, gap: 0 }))
    return { items, rest: 0, measure: undefined }
  }
  let end = scrollMargin
  const items = inSight.map((item) => {
    const gap = item.start - end
    end = item.end
    return { index: item.index, gap }
  })
  return { items, rest: virtual.getTotalSize() + scrollMargin - end, measure: virtual.measureElement }
}
