'use client'
import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState, type ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'

type Outcome = 'copied' | 'refused' | null

/** Copies `text` to the clipboard, and says whether that worked. */
export function CopyButton({ text, label }: { text: string; label: string }): ReactNode {
  const t = useTranslations('ui')
  const [outcome, setOutcome] = useState<Outcome>(null)

  useEffect(() => {
    const timer = outcome === null ? undefined : setTimeout(() => setOutcome(null), 2000)
    return () => clearTimeout(timer)
  }, [outcome])

  return (
    <span className="js-only inline-flex items-center gap-1">
      <IconButton size="small" label={label} onClick={() => void copied(text).then(setOutcome)}>
        {outcome === 'copied' ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      </IconButton>
      <output className="text-xs text-ink-soft">
        {outcome === 'copied' && t('copied')}
        {outcome === 'refused' && t('copyRefused')}
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
