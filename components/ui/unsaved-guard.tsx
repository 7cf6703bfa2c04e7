'use client'
import { lazy, Suspense, useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { useUnsavedGuard } from './use-unsaved-guard.ts'

const loadDialog = () => import('./leave-dialog.tsx')
// Where the question cannot be had nobody is kept.
const LeaveDialog = lazy(async () => {
  try {
    return { default: (await loadDialog()).LeaveDialog }
  } catch {
    return { default: Unasked }
  }
})

/** Stands in a form while something in it is not saved: whoever would leave is asked, and told what would be lost. */
export function UnsavedGuard({ lost }: { lost: readonly string[] }): ReactNode {
  const [go, setGo] = useState<(() => void) | null>(null)
  const pass = useUnsavedGuard((way) => setGo(() => way))

  useEffect(() => void loadDialog().catch(() => undefined), [])

  function leave() {
    pass()
    setGo(null)
    go?.()
  }

  if (go === null) return null
  return (
    <Suspense>
      <LeaveDialog lost={lost} onStay={() => setGo(null)} onLeave={leave} />
    </Suspense>
  )
}

function Unasked({ onLeave }: { onLeave: () => void }): ReactNode {
  const left = useEffectEvent(onLeave)
  useEffect(() => left(), [])
  return null
}
