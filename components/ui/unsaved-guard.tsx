'use client'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { useUnsavedGuard } from './use-unsaved-guard.ts'

const loadDialog = () => import('./leave-dialog.tsx')
const LeaveDialog = lazy(async () => ({ default: (await loadDialog()).LeaveDialog }))

/** Stands in a form while something in it is not saved: whoever would leave is asked, and told what would be lost. */
export function UnsavedGuard({ lost }: { lost: readonly string[] }): ReactNode {
  const [go, setGo] = useState<(() => void) | null>(null)
  const pass = useUnsavedGuard((way) => setGo(() => way))
  // Fetched before it is needed: to have it appear late would let the click seem dead.
  useEffect(() => void loadDialog(), [])

  function leave() {
    pass()
    setGo(null)
    go?.()
  }

  return (
    go !== null && (
      <Suspense>
        <LeaveDialog lost={lost} onStay={() => setGo(null)} onLeave={leave} />
      </Suspense>
    )
  )
}
