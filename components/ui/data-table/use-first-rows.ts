'use client'
import { useDeferredValue } from 'react'
import { LINE_PIXELS, type Lines } from '../use-visible-lines.ts'

/** About what a screen shows. */
const SCREENFUL = 20

/**
 * Of rows that have just changed the first screenful comes at once and the others when there is time, so that a key of the filter is answered by
 * what one sees. Their place is kept, and so is the row with the focus.
 */
export function useFirstRows(rows: object, lines: Lines, active: number): Lines {
  const settled = useDeferredValue(rows)
  const late = lines.items.length - SCREENFUL
  if (settled === rows || late <= 0 || active >= SCREENFUL) return lines
  return { ...lines, items: lines.items.slice(0, SCREENFUL), rest: lines.rest + late * LINE_PIXELS }
}
