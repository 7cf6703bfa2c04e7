'use client'
import { Eye, EyeOff } from 'lucide-react'
import { useEffect, useState, useTransition, type ReactNode } from 'react'
import type { Answer } from '../../lib/views/form.ts'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'
import { Reference } from './reference.tsx'

const SHOWN_SECONDS = 30
const UNREACHED: Answer<string> = {
  ok: false,
  message: 'The portal did not answer. Try again.',
  reference: '',
}

type Props = { label: string; reveal: () => Promise<Answer<string>> }

/** A secret that is fetched only when asked for, can be copied, and is gone from the page half a minute later. */
export function RevealedSecret({ label, reveal }: Props): ReactNode {
  const [answer, setAnswer] = useState<Answer<string> | null>(null)
  const [pending, startTransition] = useTransition()

  useEffect(() => {
    const timer = answer?.ok ? setTimeout(() => setAnswer(null), SHOWN_SECONDS * 1000) : undefined
    return () => clearTimeout(timer)
  }, [answer])

  function ask() {
    if (pending) return
    startTransition(async () => {
      const next = await reveal().catch(() => UNREACHED)
      startTransition(() => setAnswer(next))
    })
  }

  return (
    <div className="scripted flex flex-wrap items-center gap-2 text-sm">
      {answer?.ok ? (
        <>
          <code aria-label={label} className="figures min-w-0 rounded-sm bg-sunken px-2 py-1 break-all">
            {answer.value}
          </code>
          <CopyButton text={answer.value} label={`Copy ${label}`} />
          <Button weight="quiet" onClick={() => setAnswer(null)}>
            <EyeOff aria-hidden="true" />
            Hide
          </Button>
        </>
      ) : (
        <>
          <span
            aria-hidden="true"
            className="figures rounded-sm bg-sunken px-2 py-1 tracking-widest text-ink-faint"
          >
            ••••••••••••
          </span>
          <Button weight="quiet" pending={pending} onClick={ask}>
            <Eye aria-hidden="true" />
            Reveal
          </Button>
        </>
      )}
      <output className="block basis-full text-xs">
        {answer?.ok && <span className="text-ink-faint">Hidden again after {SHOWN_SECONDS} seconds.</span>}
        {answer?.ok === false && <span className="text-bad">{answer.message}</span>}
        {answer?.ok === false && answer.reference !== '' && <Reference id={answer.reference} />}
      </output>
    </div>
  )
}
