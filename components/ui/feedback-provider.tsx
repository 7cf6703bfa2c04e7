'use client'
import { useTranslations } from 'next-intl'
import { unstable_rethrow } from 'next/navigation'
import { startTransition, use, type ReactNode } from 'react'
import { idle, type FormAction } from '../../lib/views/form.ts'
import { actionFailure } from './action-failure.ts'
import { FeedbackContext, type Confirm } from './feedback-context.ts'
import { StepUpContext } from './step-up-context.ts'
import { useToasts } from './use-toasts.ts'

type Props = { undo: FormAction<'events'>; children: ReactNode }

/** Lets everything inside confirm in toasts what was done, and undo it with the action `undo`. */
export function FeedbackProvider({ undo: undoAction, children }: Props): ReactNode {
  const t = useTranslations('ui')
  const requestStepUp = use(StepUpContext)
  const toasts = useToasts()

  const confirm: Confirm = ({ message, about, undo, next }) => {
    const action = undo === undefined ? next : { label: t('toast.undo'), run: () => runUndo(undo) }
    toasts.add({
      title: message,
      tone: 'success',
      ...(about !== undefined && { description: about }),
      ...(action && { action }),
    })
  }
  const runUndo = (events: string) =>
    startTransition(async () => {
      const form = new FormData()
      form.set('events', events)
      const answer = await undoAction(idle, form).catch((fault: unknown) => {
        unstable_rethrow(fault)
        return { status: 'rejected', ...actionFailure(fault, t) } as const
      })
      if (answer.status === 'saved') confirm({ message: answer.message })
      if (answer.status !== 'rejected') return
      if (answer.proveFirst && requestStepUp) requestStepUp(() => runUndo(events))
      else toasts.add({ title: answer.message, tone: 'error' })
    })
  return <FeedbackContext value={confirm}>{children}</FeedbackContext>
}
