'use client'
import { useTranslations } from 'next-intl'
import { useRef, type ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { StepUpField } from '../../lib/views/step-up-form.ts'
import { Dialog } from '../ui/dialog.tsx'
import { StepUpForm } from './step-up-form.tsx'

type Props = {
  action: FormAction<StepUpField>
  email: string
  onProved: () => void
  onLeave: () => void
}

/** Asks for the password over a form that was refused without it. */
export function StepUpDialog({ action, email, onProved, onLeave }: Props): ReactNode {
  const t = useTranslations('shell.stepUp')
  const form = useRef<HTMLDivElement>(null)

  const proving: FormAction<StepUpField> = async (before, typed) => {
    const state = await action(before, typed)
    if (state.status === 'saved') onProved()
    return state
  }
  return (
    <Dialog
      title={t('title')}
      about={t('about')}
      open
      onOpenChange={(open) => !open && onLeave()}
      focusFirst={() => form.current?.querySelector<HTMLElement>('[name=password]')}
    >
      <div ref={form}>
        <StepUpForm action={proving} email={email} />
      </div>
    </Dialog>
  )
}
