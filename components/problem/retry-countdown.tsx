'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'

/** The waits between attempts, in seconds; the last one is repeated. */
const WAITS = [5, 10, 20, 40, 60]

type Props = {
  /** The address of this page that answers only once it is complete. */
  whole: string
}

/**
 * Asks by itself whether the page can be shown again, ever less often, and shows it then. Until it can, the
 * page stays as it is: what is typed elsewhere on it is not lost.
 */
export function RetryCountdown({ whole }: Props): ReactNode {
  const t = useTranslations('outage')
  const router = useRouter()
  const [attempt, setAttempt] = useState(0)
  /** Seconds until the next attempt; 0: it is being made. */
  const [left, setLeft] = useState(WAITS[0] ?? 0)
  const [stopped, setStopped] = useState(false)

  async function tryAgain() {
    const pause = await pauseBefore(whole)
    if (pause === null) return router.refresh()
    const next = Math.min(attempt + 1, WAITS.length - 1)
    setAttempt(next)
    setLeft(Math.max(pause, WAITS[next] ?? 0))
    return undefined
  }
  const tick = useEffectEvent(() => {
    if (left > 0) setLeft(left - 1)
    if (left === 1) void tryAgain()
  })
  useEffect(() => {
    if (stopped) return undefined
    const timer = setInterval(() => tick(), 1000)
    return () => clearInterval(timer)
  }, [stopped])

  if (stopped) return null
  return (
    <div className="js-only flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-ink-soft">
      <p aria-hidden="true" className="tabular-nums">
        {left === 0 ? t('retrying') : t('retryIn', { seconds: left })}
      </p>
      {/* Said once, and again when it is tried: a countdown would never stop talking. */}
      <output className="sr-only">{left === 0 ? t('retrying') : t('retryAuto')}</output>
      <Button size="small" onClick={() => setStopped(true)}>
        {t('retryStop')}
      </Button>
    </div>
  )
}

/** Null: the page can be shown. Otherwise for how many seconds the server asks to wait, or 0. */
async function pauseBefore(address: string): Promise<number | null> {
  try {
    const answer = await fetch(address, { cache: 'no-store' })
    await answer.body?.cancel()
    return answer.status === 503 ? Number(answer.headers.get('retry-after') ?? 0) || 0 : null
  } catch {
    return 0
  }
}
