'use client'
import { lazy, Suspense, useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { useUnsavedGuard } from './use-unsaved-guard.ts'

const loadDialog = () => import('./leave-dialog.tsx')
// If the dialog cannot be loaded, the user may leave.
const LeaveDialog = lazy(async () => {
  try {
    return { default: (await loadDialog()).LeaveDialog }
  } catch {
    return { default: LeaveAtOnce }
  }
})

/** Rendered in a form with unsaved input: asks before the user leaves, and lists what would be lost. */
export function UnsavedGuard({ lost }: { lost: readonly string[] }): ReactNode {
  const [proceed, setProceed] = useState<(() => void) | null>(null)
  const allowNavigation = useUnsavedGuard((next) => setProceed(() => next))

  useEffect(() => void loadDialog().catch(() => undefined), [])

  function leave() {
    allowNavigation()
    setProceed(null)
    proceed?.()
  }

  if (proceed === null) return null
  return (
    <Suspense>
      <LeaveDialog lost={lost} onStay={() => setProceed(null)} onLeave={leave} />
    </Suspense>
  )
}

function LeaveAtOnce({ onLeave }: { onLeave: () => void }): ReactNode {
  const leaveNow = useEffectEvent(onLeave)
  useEffect(() => leaveNow(), [])
  return null
}
