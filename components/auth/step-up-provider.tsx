'use client'
import dynamic from 'next/dynamic'
import { useCallback, useState, type ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { StepUpField } from '../../lib/views/step-up-form.ts'
import { StepUpContext, type RequestStepUp } from '../ui/step-up-context.ts'

const StepUpDialog = dynamic(() => import('./step-up-dialog.tsx').then((part) => part.StepUpDialog), {
  ssr: false,
})

type Props = { action: FormAction<StepUpField>; email: string; children: ReactNode }

/**
 * When a form inside is refused without a recent password check, asks for the password here and sends the
 * form again.
 */
export function StepUpProvider({ action, email, children }: Props): ReactNode {
  const [again, setAgain] = useState<(() => void) | null>(null)
  const ask = useCallback<RequestStepUp>((next) => setAgain(() => next), [])

  function proved() {
    setAgain(null)
    again?.()
  }
  return (
    <StepUpContext value={ask}>
      {children}
      {again !== null && (
        <StepUpDialog action={action} email={email} onProved={proved} onLeave={() => setAgain(null)} />
      )}
    </StepUpContext>
  )
}
