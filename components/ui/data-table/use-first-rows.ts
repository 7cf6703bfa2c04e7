'use client'
import { useDeferredValue, useSyncExternalStore } from 'react'
import { LINE_PIXELS, type Lines } from '../use-visible-lines.ts'

/** The least height above the first row, in pixels: page header, title, filter and table header. */
const LEAST_OFFSET = 280

/** The height of the window in pixels, cached between resizes because reading it forces a layout. */
let height = 1080

type Rows<Row> = Lines & { rowAt: (index: number) => Row | undefined }

/**
 * Renders the first screenful of changed rows at once and defers the rest, so that the filter answers each
 * key quickly. Until then the other rows stay as they were: removing them would take as long as rendering
 * them. The focused row is always current.
 */
export function useFirstRows<Row>(rows: readonly Row[], lines: Lines, active: number): Rows<Row> {
  const settled = useDeferredValue(rows)
  const screenful = useScreenful()
  const { items } = lines
  if (settled === rows || items.length <= screenful || active >= screenful)
    return { ...lines, rowAt: (index) => rows[index] }
  const inSight = new Set(items.slice(0, screenful).map(({ index }) => index))
  const rowAt = (index: number) => (inSight.has(index) ? rows[index] : settled[index])
  const present = items.filter(({ index }) => rowAt(index) !== undefined)
  return { ...lines, items: present, rest: lines.rest + (items.length - present.length) * LINE_PIXELS, rowAt }
}

/** How many rows fit into the window when the page is scrolled to its top. */
function useScreenful(): number {
  const pixels = useSyncExternalStore(
    onResize,
    () => height,
    () => height,
  )
  return Math.ceil(Math.max(0, pixels - LEAST_OFFSET) / LINE_PIXELS) + 1
}

function onResize(changed: () => void): () => void {
  const update = () => {
    height = window.innerHeight
    changed()
  }
  update()
  window.addEventListener('resize', update)
  return () => window.removeEventListener('resize', update)
}
