'use client'
import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { useConnectionCheck, type Check, type CheckTarget, type Finding } from './use-connection-check.ts'

/** Checks the connection that the form describes before it is sent, and shows each result as it arrives. */
export function ConnectionCheck(target: CheckTarget): ReactNode {
  const t = useTranslations('trial.check')
  const page = useRef<HTMLDivElement>(null)
  const { check, run } = useConnectionCheck(page, target)

  return (
    <div ref={page} className="js-only space-y-2 rounded-md border border-line bg-sunken px-3 py-2.5 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p className="font-medium">{t('title')}</p>
        <Button size="small" pending={check.status === 'running'} onClick={() => void run()}>
          {t(check.status === 'none' ? 'run' : 'again')}
        </Button>
      </div>
      <output aria-label={t('title')} className="block">
        <Outcome check={check} />
      </output>
    </div>
  )
}

function Outcome({ check }: { check: Check }): ReactNode {
  const t = useTranslations('trial.check')
  if (check.status === 'none') return <p className="text-xs text-ink-soft">{t('about')}</p>
  if (check.status === 'refused') {
    return (
      <Notice tone="error" title={check.message}>
        {check.fields.length > 0 && (
          <ul className="list-disc pl-4">
            {check.fields.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        )}
      </Notice>
    )
  }
  const { status, findings } = check
  return (
    <div className="space-y-2">
      <ul className="space-y-1.5">
        {findings.map((finding) => (
          <Line key={finding.step} finding={finding} />
        ))}
        {status === 'running' && (
          <li className="flex items-center gap-2 text-ink-soft">
            <Spinner />
            {t('running')}
          </li>
        )}
      </ul>
      {status !== 'running' && <p className="font-medium">{t(status)}</p>}
    </div>
  )
}

const LOOKS = {
  fine: [CircleCheck, 'text-good'],
  warning: [TriangleAlert, 'text-warn'],
  fault: [CircleX, 'text-bad'],
} as const

function Line({ finding: { ok, warning, message } }: { finding: Finding }): ReactNode {
  const t = useTranslations('trial.check')
  const look = !ok ? 'fault' : warning ? 'warning' : 'fine'
  const [Icon, colour] = LOOKS[look]
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${colour}`} />
      <span className="sr-only">{t(look)}</span>
      <span className="min-w-0">{message}</span>
    </li>
  )
}
