'use client'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { ProofLink } from '../step-up/proof-link.tsx'
import { Button, type Weight } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { useSubmission } from '../ui/use-submission.ts'

type Props<Field extends string> = { action: FormAction<Field>; weight?: Weight; children: ReactNode }

/** One button that does something at once; what speaks against it is said under it. */
export function PressForm<Field extends string>({
  action,
  weight = 'plain',
  children,
}: Props<Field>): ReactNode {
  const { state, pending, formAction, submit } = useSubmission(action)
  return (
    <form action={formAction} onSubmit={submit} className="space-y-3">
      <Button type="submit" weight={weight} pending={pending}>
        {children}
      </Button>
      {state.status === 'rejected' && (
        <div role="alert">
          <Notice tone="error" title={state.message} reference={state.reference}>
            {state.proveFirst && <ProofLink />}
          </Notice>
        </div>
      )}
    </form>
  )
}
