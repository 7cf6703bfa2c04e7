'use client'
import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useTransition, type ReactNode } from 'react'
import type { Answer } from '../../lib/views/form.ts'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'
import { ErrorReference } from './error-reference.tsx'
import { ReloadButton } from './reload-button.tsx'
import { actionFailure } from './action-failure.ts'

const SHOWN_SECONDS = 30
const MASK = '••••••••••••'
type Props = {
  label: string
  /** Null where the viewer may not see it. */
  reveal: (() => Promise<Answer<string>>) | null
}

/** A secret that is loaded only on request, can be copied, and is hidden again after half a minute. */
export function RevealedSecret({ label, reveal }: Props): ReactNode {
  const t = useTranslations('ui')
  const [answer, setAnswer] = useState<Answer<string> | null>(null)
  const [pending, startTransition] = useTransition()
  const secret = answer?.ok ? answer.value : null

  useEffect(() => {
    const timer = secret === null ? undefined : setTimeout(() => setAnswer(null), SHOWN_SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [secret])

  function ask() {
    if (pending || reveal === null) return
    startTransition(async () => {
      const next = await reveal().catch((fault: unknown) => actionFailure(fault, t))
      startTransition(() => setAnswer(next))
    })
  }

  return (
    <div className="min-w-0 space-y-1 text-sm">
      <p className="font-medium">{label}</p>
      <div className="flex min-h-control min-w-0 flex-wrap items-center gap-1">
        <code className="monospace min-w-0 pr-1 break-all">{secret ?? MASK}</code>
        {secret !== null && <CopyButton text={secret} label={t('secret.copy', { label })} />}
        {reveal && (
          <Button
            weight="quiet"
            pending={pending}
            onClick={secret === null ? ask : () => setAnswer(null)}
            className="js-only"
          >
            {secret === null ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
            {t(secret === null ? 'secret.reveal' : 'secret.hide')}
          </Button>
        )}
      </div>
      <output className="block text-xs text-ink-faint">
        {secret !== null && t('secret.hiddenAgain', { seconds: SHOWN_SECONDS })}
        {answer?.ok === false && <span className="text-bad">{answer.message}</span>}
      </output>
      {answer?.ok === false && answer.newVersion && <ReloadButton size="small" />}
      {answer?.ok === false && answer.reference !== '' && <ErrorReference id={answer.reference} />}
    </div>
  )
}
