'use client'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Answer, Failure } from '../../lib/views/form.ts'
import type { SessionTimes } from '../../lib/views/session-times.ts'
import { actionFailure } from '../ui/action-failure.ts'
import { startSessionClock, type SessionClock, type SessionPhase } from './session-clock.ts'

const SessionDialog = dynamic(() => import('./session-dialog.tsx').then((part) => part.SessionDialog), {
  ssr: false,
})

export type SessionActions = {
  stay: () => Promise<Answer<SessionTimes>>
  secondsLeft: () => Promise<number | null>
}
type Props = { times: SessionTimes; actions: SessionActions }

/** Warns before the session ends, and says when it has; input stays on the page. */
export function SessionWatch({ times, actions: { stay, secondsLeft } }: Props): ReactNode {
  const t = useTranslations('ui')
  const [phase, setPhase] = useState<SessionPhase>({ name: 'fine' })
  const clock = useRef<SessionClock>(null)
  useEffect(() => {
    const started = startSessionClock(times, secondsLeft, setPhase)
    clock.current = started
    return () => started.stop()
  }, [times, secondsLeft])
  if (phase.name === 'fine') return null

  async function extend(): Promise<Failure | null> {
    const answer = await stay().catch((fault: unknown) => actionFailure(fault, t))
    if (!answer.ok) return answer
    clock.current?.put(answer.value)
    return null
  }
  return <SessionDialog phase={phase} stay={extend} />
}
