'use client'
import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState, type ReactNode } from 'react'
import { copyText } from './copy-text.ts'
import { IconButton } from './icon-button.tsx'

type Outcome = 'copied' | 'refused' | null

/** Copies `text` to the clipboard and shows whether that worked. */
export function CopyButton({ text, label }: { text: string; label: string }): ReactNode {
  const t = useTranslations('ui')
  const [outcome, setOutcome] = useState<Outcome>(null)

  useEffect(() => {
    const timer = outcome === null ? undefined : setTimeout(() => setOutcome(null), 2000)
    return () => clearTimeout(timer)
  }, [outcome])

  async function copy() {
    setOutcome((await copyText(text)) ? 'copied' : 'refused')
  }

  return (
    <span className="js-only inline-flex items-center gap-1">
      <IconButton size="small" label={label} onClick={() => void copy()}>
        {outcome === 'copied' ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      </IconButton>
      <output className="text-xs text-ink-soft">
        {outcome === 'copied' && t('copied')}
        {outcome === 'refused' && t('copyRefused')}
      </output>
    </span>
  )
}
