import { createElement, type ReactNode } from 'react'
import { CopyButton } from './copy-button.tsx'

/** A value to copy elsewhere, such as a URL or a DNS record, with its button. `label` names the button. */
export function CopyableText({ text, label }: { text: string; label: string }): ReactNode {
  return (
    <span className="flex items-start gap-1">
      <span className="monospace min-w-0 flex-1 py-0.5">
        <BreakableText text={text} />
      </span>
      <CopyButton text={text} label={label} />
    </span>
  )
}

/** Text without spaces that wraps after its punctuation, and within a word only where that is too long. */
export function BreakableText({ text }: { text: string }): ReactNode {
  const parts = text.split(/(?<=[/.:?&=_@-])(?![/.])/)
  const pieces = parts.flatMap((part, at) => (at === 0 ? [part] : [createElement('wbr'), part]))
  return createElement('span', { className: 'wrap-anywhere' }, ...pieces)
}
