'use client'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { Button, type Size, type Weight } from './button.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import { useSubmission } from './use-submission.ts'

type Props<Field extends string> = {
  action: FormAction<Field>
  /** Hidden fields, such as the id that the action applies to. */
  hidden?: Partial<Record<Field, string>>
  weight?: Weight
  size?: Size
  /** The accessible name, where several buttons have the same text. */
  label?: string
  children: ReactNode
}

/** A single button that runs an action at once. A refusal is shown below it. */
export function ButtonForm<Field extends string>(props: Props<Field>): ReactNode {
  const { action, hidden = {}, weight = 'plain', size, label, children } = props
  const { state, pending, formAction, submit } = useSubmission(action)
  return (
    <form action={formAction} onSubmit={submit} className="space-y-3">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={String(value)} />
      ))}
      <Button type="submit" weight={weight} pending={pending} {...(size && { size })} aria-label={label}>
        {children}
      </Button>
      {state.status === 'rejected' && (
        <div role="alert">
          <RefusalNotice state={state} />
        </div>
      )}
    </form>
  )
}
