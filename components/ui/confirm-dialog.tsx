'use client'
import { AlertDialog } from '@base-ui/react/alert-dialog'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { buttonClass, type Weight } from './button.tsx'
import { classNames } from './class-names.ts'
import { ConfirmForm, type ConfirmFormProps } from './confirm-form.tsx'
import { BACKDROP, POPUP } from './popup.ts'
import { useHydrated } from './use-hydrated.ts'
import { useSubmission } from './use-submission.ts'

type Props<Field extends string> = ConfirmFormProps<Field> & {
  /** Content of the button that opens the dialog; absent when `open` controls it. */
  trigger?: ReactNode
  weight?: Weight
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  title: string
  /** The consequences, naming what is affected. */
  children: ReactNode
}

/** Asks for confirmation of an action that cannot be undone. Without script the question unfolds in place. */
export function ConfirmDialog<Field extends string>(props: Props<Field>): ReactNode {
  return useHydrated() ? <ConfirmInDialog {...props} /> : <ConfirmInPlace {...props} />
}

function ConfirmInDialog<Field extends string>(props: Props<Field>): ReactNode {
  const { trigger, weight, open, onOpenChange, title, children, ...form } = props
  const [opened, setOpened] = useState(false)
  function change(next: boolean) {
    setOpened(next)
    onOpenChange?.(next)
  }
  return (
    <AlertDialog.Root open={open ?? opened} onOpenChange={(next) => change(next)}>
      {trigger !== undefined && (
        <AlertDialog.Trigger className={buttonClass(weight)}>{trigger}</AlertDialog.Trigger>
      )}
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={BACKDROP} />
        <AlertDialog.Popup
          className={classNames(
            POPUP,
            'fixed top-1/2 left-1/2 z-30 max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-md -translate-1/2 space-y-4 overflow-auto p-5',
          )}
        >
          <AlertDialog.Title className="text-lg font-semibold break-words">{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div />} className="space-y-2 text-ink-soft">
            {children}
          </AlertDialog.Description>
          <DialogForm {...form} close={() => change(false)} />
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

/** Unmounts with its dialog, so that it starts fresh when the dialog opens again. */
function DialogForm<Field extends string>({
  close,
  ...form
}: ConfirmFormProps<Field> & { close: () => void }): ReactNode {
  const t = useTranslations('ui')
  const submission = useSubmission(form.action, {
    settled: (next) => next.status === 'saved' && close(),
  })
  return (
    <ConfirmForm
      {...form}
      submission={submission}
      beside={<AlertDialog.Close className={buttonClass()}>{t('cancel')}</AlertDialog.Close>}
    />
  )
}

function ConfirmInPlace<Field extends string>(props: Props<Field>): ReactNode {
  const { trigger, weight, open: _open, onOpenChange: _change, title, children, ...form } = props
  const submission = useSubmission(form.action)
  if (trigger === undefined) return null
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
