'use client'
import { useActionState, type ReactNode } from 'react'
import { idle, type FormAction, type FormState } from '../../lib/views/form.ts'
import { Button } from '../ui/button.tsx'

type Props = { action: FormAction<never>; children: ReactNode }

/** One button that ends the session. */
export function SignOutForm({ action, children }: Props): ReactNode {
  const [state, formAction, pending] = useActionState<FormState<never>, FormData>(action, idle)
  return (
    <form action={formAction} className="space-y-2">
      <Button type="submit" pending={pending} className="w-full">
        {children}
      </Button>
      {state.status === 'rejected' && (
        <p role="alert" className="text-xs text-bad">
          {state.message}
        </p>
      )}
    </form>
  )
}
