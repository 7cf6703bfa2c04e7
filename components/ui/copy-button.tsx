'use client'
import { Check, Copy } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'

type Outcome = 'copied' | 'refused' | null

/** Copies `text` to the clipboard, and says whether that worked. */
export function CopyButton({ text, label }: { text: string; label: string }): ReactNode {
  const [outcome, setOutcome] = useState<Outcome>(null)

  useEffect(() => {
    const timer = outcome === null ? undefined : setTimeout(() => setOutcome(null), 2000)
    return () => clearTimeout(timer)
  }, [outcome])

  return (
    <span className="scripted inline-flex items-center gap-1">
      <button
        type="button"
        title={label}
        aria-label={label}
        onClick={() => void copied(text).then(setOutcome)}
        className="inline-flex size-6 items-center justify-center rounded-sm text-ink-soft hover:bg-hover hover:text-ink [&_svg]:size-3.5"
      >
        {outcome === 'copied' ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      </button>
      <output className="text-xs text-ink-soft">
        {outcome === 'copied' && 'Copied'}
        {outcome === 'refused' && 'The browser refused; select and copy it by hand.'}
      </output>
    </span>
  )
}

async function copied(text: string): Promise<Outcome> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return 'refused'
  }
}
