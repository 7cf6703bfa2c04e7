import type { ReactNode } from 'react'
import { Kbd } from './kbd.tsx'

export type KeyHint = { keys: readonly string[]; does: string }

type Props = {
  /** The whole text of what is cut in the focused row. */
  cutText: string
  hints: readonly KeyHint[]
}

/** What keys do in the list around it (`group/list`), shown while a row has the focus by keyboard. */
export function KeyHints({ cutText, hints }: Props): ReactNode {
  return (
    <div
      aria-hidden="true"
      className="sticky bottom-0 z-5 hidden flex-wrap items-center gap-x-4 gap-y-1 rounded-b-lg border-t border-line bg-surface px-4 py-1.5 text-xs text-ink-faint group-has-[tr:focus-visible]/list:flex"
    >
      {cutText !== '' && <span className="min-w-0 basis-full break-words text-ink-soft">{cutText}</span>}
      {hints.map(({ keys, does }) => (
        <span key={does} className="inline-flex items-center gap-1">
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {does}
        </span>
      ))}
    </div>
  )
}
