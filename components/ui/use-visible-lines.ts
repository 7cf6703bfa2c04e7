'use client'
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useState, type RefObject } from 'react'

const LONG = 150
/** The height of a line before it is measured. */
export const LINE_PIXELS = 36

/** A line to render, and the height in pixels of the lines left out before it. */
export type Visible = { index: number; gap: number }

export type Lines = { items: Visible[]; rest: number; measure: ((line: Element | null) => void) | undefined }

/**
 * Which lines of a tree or table to render: all of a short one; of a long one the visible lines and the
 * focused one.
 */
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
  // Before the window is measured, as on the server, a long list renders its beginning.
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
