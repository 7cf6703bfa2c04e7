'use client'
import { useCallback, useLayoutEffect, useState, type KeyboardEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { rowMove } from './row-keys.ts'

type Handlers = {
  choose: (index: number) => void
  chooseAll: () => void
  rename: (index: number) => void
  leave: () => void
}

/**
 * Which row is the tab stop, and how keys move the focus: up and down between rows, left and right within
 * one.
 */
export function useRowFocus(grid: RefObject<HTMLElement | null>, ids: readonly string[], handlers: Handlers) {
  const [last, setLast] = useState({ id: '', index: 0 })
  const found = ids.indexOf(last.id)
  const active = found === -1 ? Math.max(0, Math.min(last.index, ids.length - 1)) : found

  // Elements are reused for other rows: the focus moves with its row, or stays at its position if that is
  // gone.
  useLayoutEffect(() => {
    const focused = document.activeElement?.closest('[data-row]')
    if (!focused || !grid.current?.contains(focused) || focused.getAttribute('data-row') === last.id) return
    rowOf(grid, last.id)?.focus()
  })

  function go(index: number) {
    const id = ids[index]
    if (id === undefined) return
    flushSync(() => setLast({ id, index }))
    const row = rowOf(grid, id)
    row?.focus()
    row?.scrollIntoView({ block: 'nearest' })
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { target } = event
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
    if (!row || !(target instanceof HTMLElement)) return
    if (target !== row && !/^Arrow(Up|Down)$/.test(event.key)) return focusInside(event, row, target)
    const move = rowMove(event, active, ids.length)
    if (move === null || (move === 'inward' && partsOf(row).length === 0)) return
    event.preventDefault()
    if (typeof move === 'object') go(move.go)
    else if (move === 'choose') handlers.choose(active)
    else if (move === 'chooseAll') handlers.chooseAll()
    else if (move === 'rename') handlers.rename(active)
    else if (move === 'leave') handlers.leave()
    else if (move === 'inward') partsOf(row)[0]?.focus()
    else if (move === 'open') row.querySelector<HTMLElement>('a[href]')?.click()
    else row.querySelector<HTMLElement>('[data-row-menu]')?.click()
  }

  const onFocusRow = useCallback((id: string, index: number) => {
    setLast((before) => (before.id === id && before.index === index ? before : { id, index }))
  }, [])

  return { active, go, onKeyDown, onFocusRow }
}

function rowOf(grid: RefObject<HTMLElement | null>, id: string): HTMLElement | null {
  return grid.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? null
}

/** Handles keys inside a row: Escape, or the left arrow on the first element, returns to the row. */
function focusInside(event: KeyboardEvent, row: HTMLElement, part: HTMLElement): void {
  const parts = partsOf(row)
  const index = parts.indexOf(part)
  const targets: Partial<Record<string, HTMLElement | undefined>> = {
    Escape: row,
    ArrowRight: parts[index + 1],
    ArrowLeft: parts[index - 1] ?? row,
  }
  const target = targets[event.key]
  if (target === undefined) return
  event.preventDefault()
  target.focus()
}

function partsOf(row: HTMLElement): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('a[href], button, input')].filter(
    (part) => part.offsetParent !== null,
  )
}
