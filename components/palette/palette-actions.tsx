'use client'
import { useEffect } from 'react'
import { offer, type PageAction } from './page-actions.ts'

/** What the palette offers while this page is shown. Pages say it with plain data: `{ label, href }`. */
export function PaletteActions({ actions }: { actions: readonly PageAction[] }): null {
  useEffect(() => offer(actions), [actions])
  return null
}
