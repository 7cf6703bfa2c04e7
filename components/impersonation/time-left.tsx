'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState, type ReactNode } from 'react'

/**
 * Counts down the time that is left of an impersonation, then reloads the page, which says that it has ended.
 */
export function TimeLeft({ seconds }: { seconds: number }): ReactNode {
  const t = useTranslations('shell.impersonation')
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const end = performance.now() + seconds * 1000
    const timer = setInterval(() => {
      const rest = Math.max(Math.ceil((end - performance.now()) / 1000), 0)
      setLeft(rest)
      if (rest > 0) return
      clearInterval(timer)
      location.reload()
    }, 1000)
    return () => clearInterval(timer)
  }, [seconds])
  return (
    <span role="timer" className="font-semibold whitespace-nowrap tabular-nums">
      <span aria-hidden="true">
        {Math.floor(left / 60)}:{String(left % 60).padStart(2, '0')}
      </span>
      <span className="sr-only">{t('minutesLeft', { minutes: Math.ceil(left / 60) })}</span>
    </span>
  )
}
