import type { Line } from './tree-lines.ts'

/** What a key does in the tree: focus a line, toggle a branch, or activate a line. */
export type Move = { go: number } | { toggle: number } | { activate: number } | null

/** Keys of the APG tree grid with rows that take the focus. `at` is the focused line. */
export function moveFor(key: string, lines: readonly Line[], at: number): Move {
  const line = lines[at]
  if (!line) return null
  const last = lines.length - 1
  switch (key) {
    case 'ArrowDown':
      return { go: Math.min(at + 1, last) }
    case 'ArrowUp':
      return { go: Math.max(at - 1, 0) }
    case 'PageDown':
      return { go: Math.min(at + 15, last) }
    case 'PageUp':
      return { go: Math.max(at - 15, 0) }
    case 'Home':
      return { go: 0 }
    case 'End':
      return { go: last }
    case 'ArrowRight':
      return inward(line, at)
    case 'ArrowLeft':
      return outward(line, lines, at)
    case 'Enter':
      return { activate: at }
    default:
      return null
  }
}

function inward(line: Line, at: number): Move {
  if (line.kind !== 'account' || !line.openable) return null
  return line.open ? { go: at + 1 } : { toggle: at }
}

function outward(line: Line, lines: readonly Line[], at: number): Move {
  if (line.kind === 'account' && line.open) return { toggle: at }
  const parent = lines.findIndex((each) => each.key === line.parent)
  return parent === -1 ? null : { go: parent }
}

/** The next line after `at`, wrapping around, whose name starts with the typed text; -1 if none does. */
export function lineBeginning(typed: string, lines: readonly Line[], at: number): number {
  const matches = (line: Line) =>
    line.kind === 'account' && line.row.name.toLowerCase().startsWith(typed.toLowerCase())
  const from = typed.length > 1 ? at : at + 1
  for (let step = 0; step < lines.length; step++) {
    const index = (from + step) % lines.length
    const line = lines[index]
    if (line && matches(line)) return index
  }
  return -1
}
