'use client'
import { useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { lineBeginning, moveFor } from './keys.ts'
import type { Line } from './lines.ts'

const TYPING_MS = 600

type Acts = { toggle: (line: Line) => void; act: (line: Line) => void }

/** Which line the tab key reaches, and how keys move it on. The line is remembered by its key, since lines come and go above it. */
export function useLineFocus(
  grid: RefObject<HTMLElement | null>,
  lines: readonly Line[],
  { toggle, act }: Acts,
) {
  const [key, setKey] = useState('')
  const typed = useRef({ text: '', at: 0 })
  const active = Math.max(
    lines.findIndex((line) => line.key === key),
    0,
  )

  function go(index: number) {
    const line = lines[index]
    if (!line) return
    flushSync(() => setKey(line.key))
    grid.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(line.key)}"]`)?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const move = moveFor(event.key, lines, active) ?? typeAhead(event)
    if (!move) return
    event.preventDefault()
    if ('go' in move) return go(move.go)
    const line = lines['toggle' in move ? move.toggle : move.act]
    if (line) ('toggle' in move ? toggle : act)(line)
  }

  function typeAhead({ key: letter, timeStamp }: KeyboardEvent) {
    if (letter.length !== 1 || letter === ' ') return null
    const fresh = timeStamp - typed.current.at > TYPING_MS
    typed.current = { text: fresh ? letter : typed.current.text + letter, at: timeStamp }
    const index = lineBeginning(typed.current.text, lines, active)
    return index === -1 ? null : { go: index }
  }

  return { active, onKeyDown, onFocusLine: setKey }
}
