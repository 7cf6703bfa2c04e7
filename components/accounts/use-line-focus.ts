'use client'
import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { lineBeginning, moveFor } from './tree-keys.ts'
import type { Line } from './tree-lines.ts'

const TYPING_MS = 600

type Handlers = { toggle: (line: Line) => void; activate: (line: Line) => void }

/**
 * Which line is the tab stop, and how keys move the focus. Lines are remembered by key, because lines above
 * may come and go.
 */
export function useLineFocus(
  grid: RefObject<HTMLElement | null>,
  lines: readonly Line[],
  { toggle, activate }: Handlers,
) {
  const [last, setLast] = useState({ key: '', index: 0 })
  const focusInside = useRef(false)
  const typed = useRef({ text: '', at: 0 })
  const found = lines.findIndex((line) => line.key === last.key)
  const active = found === -1 ? Math.min(last.index, lines.length - 1) : found
  const activeKey = lines[active]?.key ?? ''

  // "Show more" is replaced by the lines it loads; the focus moves to the first of them.
  useEffect(() => {
    if (focusInside.current && found === -1) focusLine(grid.current, activeKey)
  }, [grid, found, activeKey])

  function go(index: number) {
    const key = lines[index]?.key
    if (key === undefined) return
    flushSync(() => setLast({ key, index }))
    focusLine(grid.current, key)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const step = moveFor(event.key, lines, active)
    // Moving by another key starts a new search text.
    if (step) typed.current = { text: '', at: 0 }
    const move = step ?? typeAhead(event)
    if (!move) return
    event.preventDefault()
    if ('go' in move) return go(move.go)
    const line = lines['toggle' in move ? move.toggle : move.activate]
    if (line) ('toggle' in move ? toggle : activate)(line)
  }

  function typeAhead({ key: letter, timeStamp }: KeyboardEvent) {
    if (letter.length !== 1 || letter === ' ') return null
    const fresh = timeStamp - typed.current.at > TYPING_MS
    typed.current = { text: fresh ? letter : typed.current.text + letter, at: timeStamp }
    const index = lineBeginning(typed.current.text, lines, active)
    return index === -1 ? null : { go: index }
  }

  function onFocusLine(key: string, index: number) {
    focusInside.current = true
    setLast({ key, index })
  }

  function onBlur(event: FocusEvent) {
    if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) {
      focusInside.current = false
    }
  }

  return { active, onKeyDown, onFocusLine, onBlur }
}

function focusLine(grid: HTMLElement | null, key: string): void {
  const line = grid?.querySelector<HTMLElement>(`[data-line="${CSS.escape(key)}"]`)
  line?.focus()
  line?.scrollIntoView({ block: 'nearest' })
}
