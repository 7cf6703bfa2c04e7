import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

const TINTS = [
  'bg-accent-soft text-accent-ink',
  'bg-good-soft text-good',
  'bg-warn-soft text-warn',
  'bg-line text-ink-soft',
] as const
const SIZES = { small: 'size-6 text-2xs', large: 'size-9 text-sm' }

/** The initials of a user or company, always in the same colour. Decorative: show the name beside it. */
export function Avatar({ name, size = 'small' }: { name: string; size?: keyof typeof SIZES }): ReactNode {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'inline-grid shrink-0 place-items-center rounded-full border border-transparent font-semibold select-none',
        SIZES[size],
        TINTS[tintOf(name)],
      )}
    >
      {initialsOf(name)}
    </span>
  )
}

/** The first letters of the first and the last word. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => Array.from(word ?? '')[0]?.toLocaleUpperCase() ?? '').join('') || '?'
}

function tintOf(name: string): number {
  return Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % TINTS.length
}
