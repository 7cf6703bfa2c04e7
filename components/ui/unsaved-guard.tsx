'use client'
import { useState, type ReactNode } from 'react'
import { LeaveDialog } from './leave-dialog.tsx'
import { useUnsavedGuard } from './use-unsaved-guard.ts'

/** Stands in a form while something in it is not saved: whoever would leave is asked, and told what would be lost. */
export function UnsavedGuard({ lost }: { lost: readonly string[] }): ReactNode {
  const [go, setGo] = useState<(() => void) | null>(null)
  const pass = useUnsavedGuard((way) => setGo(() => way))

  function leave() {
    pass()
    setGo(null)
    go?.()
  }

  return go !== null && <LeaveDialog lost={lost} onStay={() => setGo(null)} onLeave={leave} />
}
