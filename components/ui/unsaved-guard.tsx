'use client'
import { lazy, Suspense, useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { labelOf } from './label-of.ts'
import { controlsOf } from './use-edits.ts'
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

type Props = {
  form: { readonly current: HTMLFormElement | null }
  /** The names of the fields whose input would be lost. */
  lost: readonly string[]
}

/** Rendered in a form with unsaved input: asks before the user leaves, and lists what would be lost. */
export function UnsavedGuard({ form, lost }: Props): ReactNode {
  const [proceed, setProceed] = useState<(() => void) | null>(null)
  const [labels, setLabels] = useState<readonly string[]>([])
  const allowNavigation = useUnsavedGuard((next) => {
    if (form.current) setLabels(labelsOf(form.current, lost))
    setProceed(() => next)
  })

  useEffect(() => void loadDialog().catch(() => undefined), [])

  function leave() {
    allowNavigation()
    setProceed(null)
    proceed?.()
  }

  if (proceed === null) return null
  return (
    <Suspense>
      <LeaveDialog lost={labels} onStay={() => setProceed(null)} onLeave={leave} />
    </Suspense>
  )
}

/** The labels of the fields of these names; some have none. */
function labelsOf(form: HTMLFormElement, names: readonly string[]): readonly string[] {
  const labels = controlsOf(form).flatMap((control) =>
    names.includes(control.name) ? [labelOf(control)] : [],
  )
  return [...new Set(labels.filter((label) => label !== ''))]
}

function LeaveAtOnce({ onLeave }: { onLeave: () => void }): ReactNode {
  const leaveNow = useEffectEvent(onLeave)
  useEffect(() => leaveNow(), [])
  return null
}
