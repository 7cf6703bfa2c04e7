'use client'
import { useDeferredValue, useSyncExternalStore } from 'react'
import { LINE_PIXELS, type Lines } from '../use-visible-lines.ts'

/** What stands above the first row of a list at least: the header of the page, the title, the filter, the head of the table. */
const ABOVE = 280

/** How high the window is, in pixels. Asking costs a layout, so it is kept from one resize to the next. */
let height = 1080

type Rows<Row> = Lines & { rowAt: (index: number) => Row | undefined }

/**
 * Of rows that have just changed the first screenful comes at once and the others when there is time, so that a key of the filter is answered by
 * what one sees. Until then those out of sight stay what they were: taking them away would take as long as making them. The row with the focus is
 * always as new as the list.
 */
export function useFirstRows<Row>(rows: readonly Row[], lines: Lines, active: number): Rows<Row> {
  const settled = useDeferredValue(rows)
  const screenful = useScreenful()
  const { items } = lines
  if (settled === rows || items.length <= screenful || active >= screenful)
    return { ...lines, rowAt: (index) => rows[index] }
  const inSight = new Set(items.slice(0, screenful).map(({ index }) => index))
  const rowAt = (index: number) => (inSight.has(index) ? rows[index] : settled[index])
  const there = items.filter(({ index }) => rowAt(index) !== undefined)
  return { ...lines, items: there, rest: lines.rest + (items.length - there.length) * LINE_PIXELS, rowAt }
}

/** How many rows a window shows that stands at the top of its page. */
function useScreenful(): number {
  const pixels = useSyncExternalStore(
    onResize,
    () => height,
    () => height,
  )
  return Math.ceil(Math.max(0, pixels - ABOVE) / LINE_PIXELS) + 1
}

function onResize(changed: () => void): () => void {
  const display = () => {
    height = window.innerHeight
    changed()
  }
  display()
  window.addEventListener('resize', display)
  return () => window.removeEventListener('resize', display)
}
