'use client'
import { AlertDialog } from '@base-ui/react/alert-dialog'
import type { ReactNode } from 'react'
import { buttonClass, type Weight } from './button.tsx'
import { ConfirmForm, type ConfirmFormProps } from './confirm-form.tsx'
import { useScripted } from './use-scripted.ts'
import { useSubmission } from './use-submission.ts'

type Props<Field extends string> = ConfirmFormProps<Field> & {
  /** What stands on the button that asks. */
  trigger: ReactNode
  weight?: Weight
  title: string
  /** What will happen, by name. */
  children: ReactNode
}

/** Asks before something that cannot be taken back, and names it. Without script the question unfolds in its place. */
export function ConfirmDialog<Field extends string>(props: Props<Field>): ReactNode {
  return useScripted() ? <Asking {...props} /> : <Unfolding {...props} />
}

function Asking<Field extends string>({
  trigger,
  weight,
  title,
  children,
  ...form
}: Props<Field>): ReactNode {
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger className={buttonClass(weight)}>{trigger}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-30 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Popup className="fixed top-1/2 left-1/2 z-30 max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-md -translate-1/2 space-y-4 overflow-auto rounded-lg bg-raised p-5 text-sm text-ink shadow-float transition-[opacity,scale] data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0">
          <AlertDialog.Title className="text-lg font-semibold break-words">{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div />} className="space-y-2 text-ink-soft">
            {children}
          </AlertDialog.Description>
          <AskingForm {...form} />
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

/** Lives and is forgotten with its dialog, so that the next time it asks anew. */
function AskingForm<Field extends string>(form: ConfirmFormProps<Field>): ReactNode {
  return (
    <ConfirmForm
      {...form}
      submission={useSubmission(form.action)}
      beside={<AlertDialog.Close className={buttonClass()}>Cancel</AlertDialog.Close>}
      done={<AlertDialog.Close className={buttonClass('plain', 'w-full')}>Close</AlertDialog.Close>}
    />
  )
}

function Unfolding<Field extends string>(props: Props<Field>): ReactNode {
  const { trigger, weight, title, children, ...form } = props
  const submission = useSubmission(form.action)
  return (
    <details open={submission.state.status !== 'idle'} className="max-w-sm">
      <summary className={buttonClass(weight)}>{trigger}</summary>
      <div className="mt-2 space-y-3 rounded-lg border border-line bg-raised p-4 text-sm">
        <p className="font-semibold">{title}</p>
        {children}
        <ConfirmForm {...form} submission={submission} />
      </div>
    </details>
  )
}
