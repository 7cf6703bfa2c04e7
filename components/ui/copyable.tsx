import type { ReactNode } from 'react'
import { CopyButton } from './copy-button.tsx'

type Props = {
  text: string
  /** The label of the button, which names what it copies. */
  label: string
}

/** A value that is read character by character, with a button to copy it. */
export function Copyable({ text, label }: Props): ReactNode {
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-1">
      <span className="monospace min-w-0 wrap-anywhere">{text}</span>
      <CopyButton text={text} label={label} />
    </span>
  )
}
