'use client'
import { useEffect } from 'react'
import { offer, type PageAction } from './page-actions.ts'

/**
 * Adds actions to the palette while this page is shown. Server components pass plain data: `{ label, href }`.
 */
export function PaletteActions({ actions }: { actions: readonly PageAction[] }): null {
  useEffect(() => offer(actions), [actions])
  return null
}
