/** What a key does in a table whose rows take the focus. */
export type RowMove =
  | { go: number }
  | 'open'
  | 'choose'
  | 'chooseAll'
  | 'inward'
  | 'menu'
  | 'rename'
  | 'leave'
  | null

const LEAP = 15

type Key = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }

/** What a key does in a table of `count` rows when the row at index `at` has the focus. */
export function rowMove(
  { key, ctrlKey, metaKey, altKey, shiftKey }: Key,
  at: number,
  count: number,
): RowMove {
  if (altKey) return null
  if (ctrlKey || metaKey) return key === 'a' ? 'chooseAll' : null
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return { go: Math.min(at + 1, last) }
    case 'ArrowUp':
      return { go: Math.max(at - 1, 0) }
    case 'PageDown':
      return { go: Math.min(at + LEAP, last) }
    case 'PageUp':
      return { go: Math.max(at - LEAP, 0) }
    case 'Home':
      return { go: 0 }
    case 'End':
      return { go: last }
    case 'Enter':
      return 'open'
    case ' ':
      return 'choose'
    case 'ArrowRight':
      return 'inward'
    case 'ContextMenu':
      return 'menu'
    case 'F10':
      return shiftKey ? 'menu' : null
    case 'F2':
      return 'rename'
    case 'Escape':
      return 'leave'
    default:
      return null
  }
}
